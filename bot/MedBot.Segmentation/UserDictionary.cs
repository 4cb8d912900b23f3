using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace MedBot.Segmentation;

/// <summary>
/// Reads jieba's form of a user dictionary: UTF-8, one word a line, then its frequency and its part of speech, each after one space, both optional.
/// A word may hold spaces itself. Blank lines are skipped.
/// </summary>
public static partial class UserDictionary
{
    // What Python strips from bytes.
    private static readonly char[] Blanks = [' ', '\t', '\n', '\r', '\v', '\f'];

    /// <exception cref="InvalidDataException">The file is not UTF-8, or a frequency is too large; the message names file and line.</exception>
    public static ImmutableArray<UserWord> Load(string path)
    {
        using var reader = new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        return Read(reader, path);
    }

    /// <param name="reader">The lines.</param>
    /// <param name="name">What an error message calls them.</param>
    /// <inheritdoc cref="Load(string)"/>
    public static ImmutableArray<UserWord> Read(TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var words = ImmutableArray.CreateBuilder<UserWord>();
        var number = 1;
        try
        {
            for (var line = reader.ReadLine(); line is not null; line = reader.ReadLine(), number++)
            {
                if (Parse(line.Trim(Blanks).TrimStart('\uFEFF')) is { } word)
                    words.Add(word);
            }
        }
        catch (Exception wrong) when (wrong is DecoderFallbackException or OverflowException)
        {
            throw new InvalidDataException($"{name}({number}): {wrong.Message}", wrong);
        }

        return words.ToImmutable();
    }

    private static UserWord? Parse(string line)
    {
        if (line.Length == 0)
            return null;
        var match = Line.Match(line);
        return new UserWord(
            match.Groups["word"].Value,
            match.Groups["frequency"] is { Success: true } frequency ? long.Parse(frequency.ValueSpan) : null,
            match.Groups["tag"] is { Success: true } tag ? tag.Value : null);
    }

    [GeneratedRegex("^(?<word>.+?)(?: (?<frequency>[0-9]+))?(?: (?<tag>[a-z]+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Line { get; }
}
