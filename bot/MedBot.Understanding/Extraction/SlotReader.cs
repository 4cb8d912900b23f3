using System.Collections.Immutable;
using MedBot.Knowledge.Lexicons;
using MedBot.Knowledge.Regions;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;
using MedBot.Policy.Records;
using MedBot.Understanding.Conversation;
using MedBot.Understanding.Normalisation;
using MedBot.Understanding.Places;

namespace MedBot.Understanding.Extraction;

/// <summary>Reads the facts that a text states.</summary>
internal sealed class SlotReader
{
    private const string ElsewhereGroup = "异地";

    /// <summary>What is filed for care elsewhere, and for nothing else.</summary>
    private const string Filing = "备案";

    /// <summary>Characters of a message in a conversation that may be an everyday word as the name of a county: 蓝田.</summary>
    private const int LongestName = 3;

    /// <summary>Length of 一级, 二级: grades of anything.</summary>
    private const int BareLevel = 2;

    private readonly Denial _denial;
    private readonly PlaceFinder _places;
    private readonly PlaceRoleReader _roles;
    private readonly PersonReader _persons;
    private readonly TermReader<LevelWords> _levels;
    private readonly TermReader<ChannelWords> _channels;
    private readonly TermReader<CareKind> _care;
    private readonly TermReader<TreatmentWords> _treatments;
    private readonly TermReader<bool> _elsewhere;
    private readonly TermReader<ElsewhereCircumstance> _circumstances;
    private readonly TermReader<bool> _relatives;
    private readonly AmountReader _amounts;

    public SlotReader(Lexicon lexicon, RegionDirectory regions, Normaliser normaliser)
    {
        _denial = new Denial(lexicon.Negations, normaliser);
        _places = new PlaceFinder(regions, lexicon.Places, OtherWords(lexicon).Select(normaliser.Word), PlaceRoleReader.HomeWords(lexicon.PlaceRoles).Select(normaliser.Word));
        _roles = new PlaceRoleReader(lexicon.PlaceRoles, normaliser);
        _persons = new PersonReader(lexicon.Persons, lexicon.Care.SelectMany(entry => entry.Words).Concat(lexicon.HospitalLevels.SelectMany(entry => entry.Words)).Concat(lexicon.Treatments.SelectMany(entry => entry.Words)), normaliser.Word, _denial);
        _levels = new TermReader<LevelWords>(lexicon.HospitalLevels.SelectMany(entry => entry.Words.Select(word => (normaliser.Word(word), entry))), _denial);
        _channels = new TermReader<ChannelWords>(lexicon.Channels.SelectMany(entry => entry.Words.Select(word => (normaliser.Word(word), entry))), _denial);
        _care = new TermReader<CareKind>(lexicon.Care.SelectMany(entry => entry.Words.Select(word => (normaliser.Word(word), entry.Care))), _denial);
        _treatments = new TermReader<TreatmentWords>(lexicon.Treatments.SelectMany(entry => entry.Words.Select(word => (normaliser.Word(word), entry))), _denial);
        _circumstances = new TermReader<ElsewhereCircumstance>(lexicon.Circumstances.SelectMany(entry => entry.Words.Select(word => (normaliser.Word(word), entry.Circumstance))), _denial);
        _elsewhere = Group(ElsewhereGroup);
        _relatives = Group("亲属");
        _amounts = new AmountReader(lexicon.Amounts, normaliser);

        TermReader<bool> Group(string name) =>
            new(lexicon.Concepts.Named(name, "lexicon/concepts.yaml").Words.Select(word => (normaliser.Word(word), true)), _denial);
    }

    /// <summary>Where facts stand in a text that stands by itself.</summary>
    public ImmutableArray<Mention> MentionsOf(string text) =>
        Read(new NormalText(text, [.. Enumerable.Range(0, text.Length).Select(i => i..(i + 1))], text, []), null, null, Subject.None, new DateOnly(2026, 1, 1)).Mentions;

    /// <param name="text">The text.</param>
    /// <param name="remembered">The place that the conversation knows.</param>
    /// <param name="asked">What the bot has asked for, so that a bare number or day is taken for it.</param>
    /// <param name="subject">What the conversation is about, so that 社区呢 is a hospital where care is spoken of.</param>
    /// <param name="today">Today in China.</param>
    public SlotReading Read(NormalText text, Region? remembered, Fact? asked, Subject subject, DateOnly today)
    {
        var age = AgeReader.Find(text.Text) ?? (subject.KnowsAge && asked is null ? AgeReader.FindBare(text.Text) : null);
        var lapse = LapseReader.Find(text.Text, today) ?? (asked == Fact.LapsedYears || (subject.IsLapse && asked is null or Fact.Region or Fact.HospitalLevel or Fact.PayChannel) ? LapseReader.FindBare(text.Text, asked == Fact.LapsedYears) : null);
        var parts = BillParts.Of(text.Text, asked);
        var amount = _amounts.Read(text.Text, asked == Fact.Amount || (asked is null && subject.Known.AmountYuan is not null && AmountReader.IsBare(text.Text)), subject.IsCare, subject.Known.AmountYuan is not null, [.. parts.Sums]);
        var levels = _levels.Find(text).Where(term => Holds(term, text.Text, asked == Fact.HospitalLevel, subject)).ToList();
        var channels = _channels.Find(text).ToList();
        var channel = ChannelIn(text, channels, asked == Fact.PayChannel || subject.IsPaying);
        var care = _care.Find(text).ToList();
        // 肺癌 门诊放化疗: what is done says more than what it is done for.
        var treatments = _treatments.Find(text).OrderBy(term => term.Value.Kind == TreatmentKind.Serious).ToList();
        var dates = DateReading.Read(text.Text, asked, subject, today);
        // 去年忘了交 and 去年12月3号生的 tell of a lapse and a day; the year in them is not the year asked about.
        var years = YearReader.Find(text.Text, today).Where(found => !_denial.StandsBefore(text, found.Mention.Start)).Where(found => lapse?.Mention.Covers(found.Mention) != true && dates.Birth?.Mention.Covers(found.Mention) != true && dates.Payment?.Mention.Covers(found.Mention) != true).ToList();
        if (subject.Known.Year is { } spokenOf && YearReader.FindBeside(text.Text, spokenOf.Value) is { } beside)
            years = [beside];
        var year = YearReader.Choose(text.Text, years);
        var (persons, personMentions, deniesNeed) = _persons.Read(text, age?.Years, dates.Birth is { } birth && birth.Day is { } day && day > today.AddYears(-1) && day <= today);

        var elsewhere = _elsewhere.Find(text).ToList();
        var circumstances = _circumstances.Find(text).ToList();
        var mentions = PlaceReading.Narrow(_places.Find(text, asked == Fact.Region || (subject.Last is not null && text.Text.Length <= LongestName)).RemoveAll(mention => _denial.StandsBefore(text, mention.Start)), remembered);
        var roles = _roles.Assign(text, mentions, remembered is not null, elsewhere.Count > 0 || text.Text.Contains(Filing, StringComparison.Ordinal));
        var insured = roles.Insured.Where(mention => !mention.IsAmbiguous).DistinctBy(mention => mention.Candidates[0].Code).ToList();
        var notCovered = _places.FindNotCovered(text.Text);

        return new SlotReading(new Slots
        {
            Region = insured.Count > 0 ? Said(insured[0].Candidates[0], insured[0].Start, insured[0].Length) : null,
            Year = year is { } ofYear ? Said(ofYear.Year, ofYear.Mention.Start, ofYear.Mention.Length) : null,
            Persons = persons,
            HospitalLevel = levels.Count > 0 ? LevelSlot(levels[0]) : null,
            Care = care.Count > 0 ? Said(care[0].Value, care[0].Start, care[0].Length) : null,
            AmountYuan = amount is { } bill ? Said(bill.Yuan, bill.Mention.Start, bill.Mention.Length) : null,
            ClassBYuan = parts.ClassB is { } classB ? Said(classB.Yuan, classB.Mention.Start, classB.Mention.Length) : null,
            OverLimitYuan = parts.OverLimit is { } overLimit ? Said(overLimit.Yuan, overLimit.Mention.Start, overLimit.Mention.Length) : null,
            SelfPaidYuan = parts.SelfPaid is { } selfPaid ? Said(selfPaid.Yuan, selfPaid.Mention.Start, selfPaid.Mention.Length) : null,
            PaidThisYearYuan = parts.PaidThisYear is { } before ? Said(before.Yuan, before.Mention.Start, before.Mention.Length) : null,
            StayOfYear = parts.Stay is { } stay ? Said(stay.Number, stay.Mention.Start, stay.Mention.Length) : null,
            Channel = channel.Length > 0 ? Said(channel.Value.Channel, channel.Start, channel.Length) : null,
            BirthDate = dates.Birth is { Day: { } born } ? new Slot<DateOnly>(born, dates.Birth.IsRough ? SlotOrigin.Assumed : SlotOrigin.Said, Words(dates.Birth.Mention)) : null,
            BirthMonth = dates.Birth is { Month: { } month } ? Said(month, dates.Birth.Mention.Start, dates.Birth.Mention.Length) : null,
            AgeYears = age is { } old ? Said(old.Years, old.Mention.Start, old.Mention.Length) : null,
            LapsedYears = lapse is { } lapsed ? Said(lapsed.Years, lapsed.Mention.Start, lapsed.Mention.Length) : null,
            PaymentDate = dates.Payment is { Day: { } paid } ? Said(paid, dates.Payment.Mention.Start, dates.Payment.Mention.Length) : null,
            PaymentMonth = dates.Payment is { Day: null, MonthStart: { } paidIn } ? Said(paidIn, dates.Payment.Mention.Start, dates.Payment.Mention.Length) : null,
            RepaidYears = LapseReader.FindRepaid(text.Text) is { } repaid ? Said(repaid.Years, repaid.Mention.Start, repaid.Mention.Length) : null,
            EmployeeCoverEnded = EmployeeCoverEnd(text.Text, dates.EmployeeCoverEnd, today, Words),
            Circumstance = circumstances.Count > 0 ? Said(circumstances.Aggregate(ElsewhereCircumstance.None, (all, term) => all | term.Value), circumstances[0].Start, circumstances[0].Length) : null,
            Treatment = treatments.Count > 0 ? Said(treatments[0].Value.Name, treatments[0].Start, treatments[0].Length) : null,
            Elsewhere = elsewhere.Count > 0 ? Said(true, elsewhere[0].Start, elsewhere[0].Length)
                : (roles.IsCareTarget || roles.IsAway) && roles.Target is { } where ? Said(true, where.Start, where.Length) : null,
            Destination = roles.Target is { IsAmbiguous: false } target ? Said(target.Candidates[0], target.Start, target.Length) : null,
        })
        {
            RegionChoices = insured.Count == 0 ? roles.Insured.Where(mention => mention.IsAmbiguous).Select(mention => mention.Candidates).FirstOrDefault([]) : [],
            MoreRegions = [.. insured.Skip(1).Select(mention => Said(mention.Candidates[0], mention.Start, mention.Length))],
            MoreYears = [.. years.Where(other => other.Year != year?.Year).DistinctBy(other => other.Year).Select(other => Said(other.Year, other.Mention.Start, other.Mention.Length))],
            MoreLevels = [.. levels.Skip(1).Where(term => term.Value.Level != levels[0].Value.Level).DistinctBy(term => term.Value.Level).Select(LevelSlot)],
            MoreCare = [.. care.Skip(1).Where(term => term.Value != care[0].Value).DistinctBy(term => term.Value).Select(term => Said(term.Value, term.Start, term.Length))],
            PlaceNotCovered = notCovered is { } unknown ? text.Original(unknown.Start, unknown.Length) : null,
            LivesAtDestination = roles.IsLivedIn,
            NamesInsuredPlace = roles.IsInsuranceNamed,
            GoesToPlace = insured.Count > 0 && _roles.GoesTo(text, insured[0]),
            WorksAtPlace = insured.Count > 0 && _roles.WorksAt(text, insured[0]),
            IsTreatedAtPlace = insured.Count > 0 && _roles.IsTreatedAt(text, insured[0]),
            StaysAtPlace = insured.Count > 0 && _roles.StaysAt(text, insured[0]),
            DeniesNeed = deniesNeed,
            LacksChannel = channels.Exists(term => term.Value.Channel is PayChannel.WeChat or PayChannel.Alipay && _denial.HasNot(text, term.Start)),
            NamesRelative = _relatives.Find(text).Any(term => !PersonReader.OnlySpeaksOrHelps(text.Text, term.End) && !PersonReader.OnlyDid(text.Text, term.Start) && !PersonReader.IsSpokenTo(text, term.Start, term.End)),
            OwnShare = BillParts.OwnShareIn(text.Text) is { } own ? Said(own.Yuan, own.Mention.Start, own.Mention.Length) : null,
            SpeaksOfFiling = text.Text.Contains(Filing, StringComparison.Ordinal),
            IsCaredAtHome = _roles.IsCaredAtHome(text, insured.Count > 0 ? insured[0] : null),
            Mentions = Scoring.Masking.WithoutOverlaps(
            [
                .. mentions.Select(mention => new Mention(MentionKind.Place, mention.Start, mention.Length, mention != roles.Target ? 0 : roles.IsAway ? PlaceTag.Away : roles.IsCareTarget ? PlaceTag.Care : PlaceTag.Move)),
                .. notCovered is { } there ? [new Mention(MentionKind.Place, there.Start, there.Length)] : ImmutableArray<Mention>.Empty,
                .. amount is { } sum ? [sum.Mention] : ImmutableArray<Mention>.Empty,
                .. _amounts.FindAll(text.Text),
                .. years.Select(found => found.Mention),
                .. dates.Mentions,
                .. age is { } found ? [found.Mention] : ImmutableArray<Mention>.Empty,
                .. lapse is { } gap ? [gap.Mention] : ImmutableArray<Mention>.Empty,
                .. personMentions,
                .. levels.Select(term => new Mention(MentionKind.HospitalLevel, term.Start, term.Length)),
                .. channel.Length > 0 ? [new Mention(MentionKind.Channel, channel.Start, channel.Length)] : ImmutableArray<Mention>.Empty,
                .. treatments.Select(term => new Mention(MentionKind.Treatment, term.Start, term.Length, (int)term.Value.Kind)),
            ]),
        };

        Slot<T> Said<T>(T value, int start, int length)
            where T : notnull => new(value, SlotOrigin.Said, text.Original(start, length));

        Slot<HospitalLevel> LevelSlot(FoundTerm<LevelWords> term) =>
            new(term.Value.Level, term.Value.IsAssumed ? SlotOrigin.Assumed : SlotOrigin.Said, text.Original(term.Start, term.Length));

        string Words(Mention mention) => text.Original(mention.Start, mention.Length);
    }

    /// <summary>The day on which employee insurance ended; the first of the month, and assumed, where only that is said.</summary>
    private static Slot<DateOnly>? EmployeeCoverEnd(string text, ReadDate? date, DateOnly today, Func<Mention, string> words) => date switch
    {
        { Day: { } day } => new Slot<DateOnly>(day, SlotOrigin.Said, words(date.Mention)),
        { MonthStart: { } month } => new Slot<DateOnly>(month, SlotOrigin.Assumed, words(date.Mention)),
        _ => LapseReader.FindMonthsWithoutJob(text) is { } span ? new Slot<DateOnly>(today.AddMonths(-span.Months), SlotOrigin.Assumed, words(span.Mention)) : null,
    };

    /// <summary>Words that a place name must not be cut out of.</summary>
    private static IEnumerable<string> OtherWords(Lexicon lexicon) =>
        lexicon.Concepts.SelectMany(group => group.Words)
            .Concat(lexicon.Persons.SelectMany(entry => entry.Words))
            .Concat(lexicon.Care.SelectMany(entry => entry.Words))
            .Concat(lexicon.Treatments.SelectMany(entry => entry.Words))
            .Concat(lexicon.Rewordings.Select(entry => entry.Meant));

    /// <summary>The way to pay that says most: 支付宝 before 手机.</summary>
    private FoundTerm<ChannelWords> ChannelIn(NormalText normal, List<FoundTerm<ChannelWords>> named, bool isExpected)
    {
        var text = normal.Text;
        var found = named.Where(term =>
            !term.Value.Unless.Any(word => text.AsSpan(term.End).StartsWith(word))
            && !_denial.Lacks(normal, term.Start)
            && (isExpected || term.Value.Needs.IsEmpty || ContainsAny(text, term.Value.Needs))).ToList();
        // 信用社门口的自助机: the machine says where, more than the bank that it stands at.
        if (found.FirstOrDefault(term => term.Value.Channel == PayChannel.Terminal) is { Length: > 0 } machine)
            return machine;
        return found.FirstOrDefault(term => term.Value.Channel is not (PayChannel.Online or PayChannel.Cash), found.FirstOrDefault(term => term.Value.Channel == PayChannel.Cash, found.FirstOrDefault()));
    }

    private static bool Holds(FoundTerm<LevelWords> term, string text, bool isAsked, Subject subject) =>
        !term.Value.Unless.Any(word => text.AsSpan(term.End).StartsWith(word) || text.AsSpan(0, term.Start).EndsWith(word) || (IsBareLevel(term, text) && IsGradeOf(word, text)))
        && (isAsked || (!term.Value.IsAnswer && !(IsBareLevel(term, text) && subject.IsDisability) && (subject.IsCare || term.Value.Needs.IsEmpty || ContainsAny(text, term.Value.Needs))));

    /// <summary>一级, 一级的: no hospital is named.</summary>
    private static bool IsBareLevel(FoundTerm<LevelWords> term, string text) => term.Length == BareLevel || (term.Length == BareLevel + 1 && text[term.End - 1] == '的');

    /// <summary>两口子都残疾，一个一级: grades of something else, where no hospital is spoken of.</summary>
    private static bool IsGradeOf(string word, string text) => word.Length > 1 && text.Contains(word, StringComparison.Ordinal) && !text.Contains('院', StringComparison.Ordinal);

    private static bool ContainsAny(string text, ImmutableArray<string> words) => words.Any(word => text.Contains(word, StringComparison.Ordinal));
}
