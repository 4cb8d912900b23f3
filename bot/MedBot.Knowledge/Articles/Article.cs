using System.Collections.Immutable;
using MedBot.Policy.Care;
using MedBot.Policy.Figures;
using MedBot.Policy.Records;

namespace MedBot.Knowledge.Articles;

/// <summary>
/// A procedure or explanation in our own words. Every number in it is one of its <see cref="Figures"/>; the loader refuses
/// an article that shows another.
/// </summary>
/// <param name="Record">Where it comes from, and where and when it holds.</param>
/// <param name="Title">The heading.</param>
/// <param name="Topics">What it answers, most telling first.</param>
/// <param name="Channel">The way of paying that it is about; null when it is about none in particular.</param>
/// <param name="Persons">The groups that it is for; empty for everybody.</param>
/// <param name="IsLead">True for the one to tell first when a question names its topic and nothing more.</param>
/// <param name="Questions">How residents ask for it.</param>
/// <param name="Summary">The first paragraph: the answer in one or two sentences.</param>
/// <param name="Details">The paragraphs and list items after it, a line each, without Markdown.</param>
/// <param name="Body">The whole Markdown below the heading.</param>
/// <param name="FollowUps">Questions that residents ask next.</param>
public sealed record Article(
    PolicyRecord Record,
    string Title,
    ImmutableArray<Topic> Topics,
    PayChannel? Channel,
    ImmutableArray<Person> Persons,
    bool IsLead,
    ImmutableArray<string> Questions,
    string Summary,
    ImmutableArray<string> Details,
    string Body,
    ImmutableArray<Figure> Figures,
    ImmutableArray<string> FollowUps);
