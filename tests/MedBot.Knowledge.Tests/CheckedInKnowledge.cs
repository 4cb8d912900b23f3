using MedBot.Policy.Tables;

namespace MedBot.Knowledge.Tests;

/// <summary>The knowledge of this repository.</summary>
public sealed class CheckedInKnowledge
{
    private static readonly KnowledgeBase Knowledge = KnowledgeLoader.Load(Path.Combine(Checkout(), "knowledge"), KnowledgeFolder.Regions);

    /// <summary>The two texts that the project started from hold 227 facts; each is told by some record.</summary>
    [Fact]
    public void EveryFactOfTheFirstTextsIsCovered()
    {
        var facts = Enumerable.Range(1, 227).Select(number => $"S{number:0000}");

        Assert.Empty(facts.Except(Knowledge.Records.SelectMany(record => record.Covers)));
    }

    /// <summary>The 426 facts gathered from documents are told, but for one that another replaced and six whose text nobody read.</summary>
    [Fact]
    public void EveryGatheredFactIsCoveredOrLeftOutByName()
    {
        string[] leftOut = ["O0004", "O0045", "O0089", "O0299", "O0300", "O0301", "O0302"];

        var untold = Enumerable.Range(1, 426).Select(number => $"O{number:0000}").Except(Knowledge.Records.SelectMany(record => record.Covers));

        Assert.Equal(leftOut, untold);
    }

    [Fact]
    public void TheKnownContradictionsAreDeclared() =>
        Assert.Empty(Enumerable.Range(1, 18).Select(number => $"C{number:00}").Except(Knowledge.Book.Conflicts.Keys));

    /// <summary>What residents of a place are told of a contradiction is backed by their own figures.</summary>
    [Fact]
    public void NoSideOfAContradictionIsBackedByAnotherPlace() =>
        Assert.Empty(Knowledge.Book.Conflicts.Values.SelectMany(conflict => conflict.Sides)
            .SelectMany(side => side.Says.Figures.Where(figure => !figure.Record.Region.LiesIn(side.Region) && !side.Region.LiesIn(figure.Record.Region)))
            .Select(figure => figure.Record.Id));

    [Fact]
    public void EverySourceIsUsed() =>
        Assert.Empty(Knowledge.Sources.Keys.Except(Knowledge.Records.Select(record => record.Source.Id)));

    /// <summary>On the day on which the facts were last gathered no record was checked later.</summary>
    [Fact]
    public void NoRecordWasCheckedInTheFuture() =>
        Assert.Empty(Knowledge.Records.Where(record => record.CheckedOn > new DateOnly(2026, 11, 22)).Select(record => record.Id));

    [Fact]
    public void NoDocumentWasIssuedAfterItWasChecked() =>
        Assert.Empty(Knowledge.Records.Where(record => record.Source.Issued > record.CheckedOn).Select(record => record.Id));

    /// <summary>Only the number for social security cards was looked up after the facts had been gathered.</summary>
    [Fact]
    public void EveryRecordStandsForAGatheredFact() =>
        Assert.Equal(["national-contact-social-security"], Knowledge.Records.Where(record => record.Covers.IsEmpty).Select(record => record.Id));

    [Fact]
    public void EveryArticleSaysHowResidentsAskForIt() =>
        Assert.Empty(Knowledge.Articles.Where(article => article.Questions.IsEmpty).Select(article => article.Record.Id));

    /// <summary>A sum in percent, days or yuan below nothing, or a share above all, is a slip of the keyboard.</summary>
    [Fact]
    public void NoShareIsAboveAHundredPercent() =>
        Assert.Empty(Knowledge.Book.Tables.SelectMany(table => table.Figures).Where(figure => figure is { Unit: "%", Number.High: > 100 }).Select(figure => figure.Record.Id));

    /// <summary>The window of a benefit year is collected in the year before it or in its first months.</summary>
    [Fact]
    public void AWindowIsCollectedBeforeOrEarlyInItsYear() =>
        Assert.All(Knowledge.Book.Tables.OfType<CollectionWindow>(), window =>
        {
            var year = Assert.NotNull(window.Record.BenefitYear);
            Assert.InRange(window.LastDay.Day!.Value, new DateOnly(year - 1, 9, 1), new DateOnly(year, 6, 30));
        });

    private static string Checkout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MedBot.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The tests run from a build below the checkout.");
    }
}
