using System.Collections.Immutable;

namespace MedBot.Knowledge.Lexicons;

/// <summary>What people call places, beyond the official names and those without their suffix.</summary>
/// <param name="Nicknames">魔都 → 310000. A name may stand for several codes; then it is asked back.</param>
/// <param name="NeedsSuffix">Short names of counties that are everyday words (合作, 公安): a place only with 县, 市 or 区, or right behind the place they lie in.</param>
/// <param name="NeverBefore">What makes a place name part of another name: 南京路, 北京银行.</param>
/// <param name="NotPlaces">Words that contain a place name and are none: 黄河南岸.</param>
/// <param name="NotCovered">Places that no record can speak for: 香港.</param>
public sealed record PlaceWords(
    ImmutableArray<Nickname> Nicknames,
    ImmutableArray<string> NeedsSuffix,
    ImmutableArray<string> NeverBefore,
    ImmutableArray<string> NotPlaces,
    ImmutableArray<string> NotCovered);

/// <summary>A name that people use for a place.</summary>
/// <param name="Name">羊城.</param>
/// <param name="Code">Six-digit code of the place.</param>
/// <param name="Line">Line in places.yaml.</param>
public sealed record Nickname(string Name, string Code, int Line);
