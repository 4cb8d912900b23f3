using MedBot.Policy.Answers;
using MedBot.Policy.Figures;
using MedBot.Policy.Lookup;
using MedBot.Policy.Records;
using MedBot.Policy.Tables;
using MedBot.Policy.Time;

namespace MedBot.Plugins.Composition;

/// <summary>
/// Puts an answer together. Whatever record a figure or statement rests on is cited, and what is wanting in that record
/// (passed, unverified, vague, cut off, contradicted) is said, without the plugin having to think of it.
/// </summary>
internal sealed class AnswerComposer(PolicyBook book, Inquiry inquiry)
{
    private readonly List<string> _summary = [];
    private readonly List<string> _details = [];
    private readonly List<string> _warnings = [];
    private readonly List<Figure> _figures = [];
    private readonly List<PolicyRecord> _records = [];
    private readonly HashSet<PolicyRecord> _mentioned = [];
    private readonly List<Step> _steps = [];
    private readonly List<FollowUp> _followUps = [];
    private readonly List<Fact> _missing = [];
    private bool _placeIsUnknown;

    public AnswerComposer Say(string sentence)
    {
        if (!_summary.Contains(sentence))
            _summary.Add(sentence);
        return this;
    }

    public AnswerComposer Detail(string line)
    {
        if (!_details.Contains(line))
            _details.Add(line);
        return this;
    }

    public AnswerComposer Warn(string sentence)
    {
        if (!_warnings.Contains(sentence))
            _warnings.Add(sentence);
        return this;
    }

    /// <summary>Shows figures and rests on their records. Null ones are passed over.</summary>
    public AnswerComposer Show(params IEnumerable<Figure?> figures)
    {
        foreach (var figure in figures.OfType<Figure>().Where(figure => !_figures.Contains(figure)))
        {
            _figures.Add(figure);
            Rest(figure.Record);
        }
        return this;
    }

    /// <summary>Rests on a record without showing a figure of it.</summary>
    public AnswerComposer Rest(PolicyRecord record)
    {
        _mentioned.Remove(record);
        if (!_records.Contains(record))
            _records.Add(record);
        return this;
    }

    /// <summary>Shows a figure by the way: its record is cited, but what is said against other parts of that record is not told.</summary>
    public AnswerComposer Mention(Figure figure)
    {
        var isNew = !_records.Contains(figure.Record);
        Show(figure);
        if (isNew)
            _mentioned.Add(figure.Record);
        return this;
    }

    /// <summary>Shows a figure whose source is not cited: a number to call, told by the way.</summary>
    public AnswerComposer Name(Figure figure)
    {
        if (!_figures.Contains(figure))
            _figures.Add(figure);
        return this;
    }

    public AnswerComposer Calculate(IEnumerable<Step> steps)
    {
        foreach (var step in steps)
        {
            _steps.Add(step);
            Show(step.Basis);
        }
        return this;
    }

    public AnswerComposer Next(params IEnumerable<string> questions)
    {
        _followUps.AddRange(questions.Select(question => new FollowUp(question)));
        return this;
    }

    public AnswerComposer Next(FollowUp button)
    {
        _followUps.Add(button);
        return this;
    }

    public AnswerComposer Ask(params IEnumerable<Fact> facts)
    {
        _missing.AddRange(facts.Except(_missing));
        return this;
    }

    /// <summary>
    /// Asks where the person is insured, with places that have a record of this kind as buttons. Of somebody who does not
    /// know it is not asked again: what holds everywhere is then the answer.
    /// </summary>
    /// <param name="answers">Which records of the kind answer what is asked; null for all.</param>
    public AnswerComposer AskPlace<T>(Func<T, bool>? answers = null)
        where T : PolicyTable
    {
        if (inquiry.Unknown.Contains(Fact.Region))
        {
            _placeIsUnknown = true;
            return Detail("这是全国的说法；知道参保地以后告诉我，我再查当地的。").PointTo(ContactPurpose.Insurance).Next("医保咨询电话是多少");
        }
        Say("您在哪里参保？告诉我城市，我查当地的。").Ask(Fact.Region);
        var places = book.Tables.OfType<T>()
            .Where(table => answers is null || answers(table))
            .Select(table => table.Record.Region)
            .Where(region => region.Level != RegionLevel.Nation)
            .Distinct()
            .OrderByDescending(region => book.At<T>(region, inquiry.Today, condition: answers).IsCurrent)
            .ThenBy(region => region.Level)
            .ThenBy(region => region.Code, StringComparer.Ordinal)
            .Take(4);
        _followUps.Clear();
        return Next(places.Select(place => place.FullName));
    }

    /// <summary>
    /// Says whom to ask: the offices of the place and of the nation for the matter; for payment also the insurance
    /// bureau's line, since people are sent from one to the other. The numbers are figures, their sources are not cited.
    /// </summary>
    public AnswerComposer PointTo(ContactPurpose matter)
    {
        var offices = inquiry.Place.Layers()
            .SelectMany(layer => book.At<ContactTable>(layer, inquiry.Today).Tables)
            .SelectMany(table => table.Rows)
            .Where(row => row.Purpose == matter || (matter == ContactPurpose.Payment && row.Purpose == ContactPurpose.Insurance && row.Phone.Record.Region.Level == RegionLevel.Nation))
            .OrderBy(row => row.Purpose == matter ? 0 : 1)
            .DistinctBy(row => row.Phone.Text)
            .Take(4)
            .ToList();
        if (offices.Count == 0)
            return Detail("可以问：参保地的医保局。");
        foreach (var office in offices)
            Name(office.Phone);
        return Detail($"可以问：{string.Join("、", offices.Select(row => $"{row.Office} {row.Phone.Text}"))}。");
    }

    /// <summary>Says which layer answered when it is not the place that was asked about.</summary>
    public AnswerComposer NameLayer(Region answered, string subject)
    {
        if (inquiry.Region is { } asked && asked != answered)
        {
            Detail(answered.Level == RegionLevel.Nation
                ? $"没有收录{asked.FullName}单独的{subject}，以上是全国层面的说法。"
                : $"没有收录{asked.FullName}单独的{subject}，以上是{answered.FullName}的规定。");
        }
        return this;
    }

    /// <summary>The answer. Where nothing was said first, its first particular is.</summary>
    public Answer Build(AnswerKind kind = AnswerKind.Answer) => new(KindOf(kind), _summary.Count > 0 ? string.Join("", _summary) : _details.FirstOrDefault(""))
    {
        Details = [.. _summary.Count > 0 ? _details : _details.Skip(1)],
        Figures = [.. _figures.Union(Conflicts().SelectMany(conflict => conflict.FiguresFor(inquiry.Place, inquiry.Persons)))],
        Steps = [.. _steps],
        Citations = [.. Citations()],
        Warnings = [.. RecordWarnings().Concat(_warnings).Distinct()],
        Cautions = [.. Cautions()],
        FollowUps = [.. _followUps.DistinctBy(button => button.Message).Take(kind == AnswerKind.AskBack ? 5 : 3)],
        Missing = [.. _missing.Except(inquiry.Unknown)],
    };

    /// <summary>What was to ask for the place is an answer when the place is not known to the asker either.</summary>
    private AnswerKind KindOf(AnswerKind kind) => kind == AnswerKind.AskBack && _placeIsUnknown ? AnswerKind.Answer : kind;

    private IEnumerable<string> RecordWarnings()
    {
        foreach (var passed in _records.Where(record => record.Validity.StatusOn(inquiry.Today) == PeriodStatus.Expired)
            .Select(record => (record.BenefitYear, record.Validity.Last)).Distinct())
        {
            yield return passed.BenefitYear is { } year
                ? $"这是{year}年度的记录，到{ChineseDate.Full(passed.Last!.Value)}为止，已经过期；新的以当地医保局公布为准。"
                : $"这条规定到{ChineseDate.Full(passed.Last!.Value)}为止，已经过期；新的以当地医保局公布为准。";
        }

        foreach (var record in _records.Where(record => record.Validity.StatusOn(inquiry.Today) == PeriodStatus.NotYet))
            yield return $"这条规定从{ChineseDate.Full(record.Validity.First!.Value)}起执行，现在还没有生效。";

        foreach (var conflict in Conflicts())
            yield return $"来源说法不一。{conflict.TextFor(inquiry.Place, inquiry.Persons)}";

        foreach (var record in _records.Where(record => !_mentioned.Contains(record)))
        {
            if (record.Note is { } note)
                yield return note;
            else if (record.Shortcomings.HasFlag(Shortcomings.CutOff))
                yield return "原文在这里截断，后面的内容没有收录。";
            else if (record.Shortcomings.HasFlag(Shortcomings.Vague))
                yield return "原文说得比较笼统，没有写明地区或细节。";
            else if (record.Shortcomings.HasFlag(Shortcomings.Example))
                yield return "原文里的这个数字只是举例。";
        }

        if (Doubt.About(_records) is { } doubt)
            yield return doubt.Sentence;
    }

    /// <summary>The same in a few words each.</summary>
    private IEnumerable<string> Cautions()
    {
        var passed = _records.Count(record => record.Validity.StatusOn(inquiry.Today) == PeriodStatus.Expired);
        if (passed > 0)
            yield return passed == _records.Count ? "记录已经过期" : "其中有过期的记录";
        if (_records.Any(record => record.Validity.StatusOn(inquiry.Today) == PeriodStatus.NotYet))
            yield return "有的规定还没有生效";
        if (Conflicts().Any())
            yield return "来源说法不一";
        if (Doubt.About(_records) is { } doubt)
            yield return doubt.InShort;
    }

    private IEnumerable<Conflict> Conflicts() => _records.Where(record => !_mentioned.Contains(record)).SelectMany(record => record.Conflicts).Distinct().Select(id => book.Conflicts[id]);

    /// <summary>One citation for each document, with the articles that the answer rests on; documents of a conflict's other sides last.</summary>
    private IEnumerable<Citation> Citations()
    {
        var own = _records.GroupBy(record => record.Source).Select(group => CitationOf(group.Key, group));
        var others = Conflicts().SelectMany(conflict => conflict.Records)
            .Where(record => inquiry.Place.LiesIn(record.Region))
            .Select(record => record.Source)
            .Except(_records.Select(record => record.Source))
            .Select(source => CitationOf(source, []));
        return own.Concat(others);
    }

    private static Citation CitationOf(SourceDocument source, IEnumerable<PolicyRecord> records)
    {
        var articles = records.Select(record => record.Article).OfType<string>().SelectMany(article => article.Split('；')).Distinct().ToList();
        var parts = new[]
        {
            source.Number,
            articles.Count == 0 ? null : string.Join("；", articles),
            source.Issued is { } issued ? $"{ChineseDate.Full(issued)}发布" : "未注明日期",
        };
        return new Citation(source.Title, string.Join("，", parts.OfType<string>()), source.Address);
    }
}
