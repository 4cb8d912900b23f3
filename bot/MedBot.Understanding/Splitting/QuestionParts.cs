using System.Buffers;
using System.Collections.Immutable;
using MedBot.Knowledge.Lexicons;
using MedBot.Understanding.Acts;
using MedBot.Understanding.Conversation;
using MedBot.Understanding.Extraction;
using MedBot.Understanding.Normalisation;
using MedBot.Understanding.Scoring;

namespace MedBot.Understanding.Splitting;

/// <summary>
/// Parts a message into its questions. Clauses that only tell something go with the question that they lead to; a clause
/// is a question of its own when its words ask for something else than the question before it.
/// </summary>
internal sealed class QuestionParts
{
    /// <summary>From this confidence on a clause is a question of its own beside others, when only a comma parts them.</summary>
    private const double Clear = 0.75;

    /// <summary>The same for a clause that stands apart.</summary>
    private const double Apart = 0.5;

    /// <summary>From this confidence on a few words beside facts ask by themselves.</summary>
    private const double Strong = 0.6;

    /// <summary>Characters beside facts and small words below which a text asks nothing by itself.</summary>
    private const int Little = 2;

    /// <summary>Characters of words that 呢 turns to.</summary>
    private const int Few = 6;

    /// <summary>What asks the same of the words before it, here and there.</summary>
    private static readonly SearchValues<char> SameOf = SearchValues.Create("呢嘞喃咧");

    private readonly IntentScorer _scorer;
    private readonly ActReader _acts;
    private readonly EllipsisIntent _ellipses;
    private readonly AskingWords _asking;
    private readonly Splitter _splitter;

    public QuestionParts(IntentScorer scorer, ActReader acts, EllipsisIntent ellipses, Lexicon lexicon, Normaliser normaliser)
    {
        (_scorer, _acts, _ellipses) = (scorer, acts, ellipses);
        _splitter = new Splitter(lexicon.Intents.SelectMany(intent => intent.Cores.Select(core => (normaliser.Word(core), intent.Name))));
        _asking = new AskingWords(lexicon, normaliser);
    }

    public ImmutableArray<QuestionPart> Of(NormalText text, Func<NormalText, SlotReading> readSlots, Subject subject)
    {
        var clauses = _splitter.Clauses(text);
        if (clauses.Length > 1)
            clauses = clauses.RemoveAll(clause => _acts.AsksNothing(text.Text[clause.Start..clause.End])) is { Length: > 0 } telling ? telling : clauses;
        if (clauses.Length == 0)
            return [];
        var runs = clauses.Length == 1 ? [new Run(clauses[0], false)] : Runs(text, clauses, readSlots);
        var parts = ImmutableArray.CreateBuilder<QuestionPart>(runs.Length);
        foreach (var run in runs)
        {
            var part = PartOf(run.Clause, clauses, text, readSlots, subject);
            parts.Add(run.IsEllipsis ? Continuing(part, parts[^1]) : part);
        }
        return parts.Count == 1 ? parts.ToImmutable() : Once([.. parts.Select(part => part with { Slots = WithShared(part, parts.ToImmutable()) })]);
    }

    /// <summary>挂个号开点药 凭什么不给报 门诊到底能不能报: what is asked twice of the same facts is asked once.</summary>
    private static ImmutableArray<QuestionPart> Once(ImmutableArray<QuestionPart> parts) =>
        [.. parts.Where((part, at) => at == 0 || !AsksTheSame(part, parts[at - 1]))];

    private static bool AsksTheSame(QuestionPart part, QuestionPart before) =>
        part.Intent.Best.Intent == before.Intent.Best.Intent && part.Slots.Slots with { Care = before.Slots.Slots.Care } == before.Slots.Slots;

    /// <summary>The first act that a clause of a text is by itself: 谢谢 in 谢谢侬，讲得清楚. Null when none is.</summary>
    public SpeechAct? ActBeside(NormalText text) =>
        _splitter.Clauses(text).Select(clause => _acts.Read(text.Text[clause.Start..clause.End], false)).FirstOrDefault(act => act is SpeechAct.Thanks or SpeechAct.Greet or SpeechAct.Goodbye);

    /// <summary>True when one of the clauses has a word that asks: 多少, 怎么, 吗.</summary>
    public bool HasQuestionWord(NormalText text) => _splitter.Clauses(text).Any(clause => _asking.StandIn(text.Text[clause.Start..clause.End]));

    /// <summary>What a text of several clauses does that asks nothing: 晓得了 拜拜; 算了 等我孙子回来再说, which tells no fact. Null when it asks or tells something.</summary>
    public SpeechAct? OnlyAct(NormalText text, Func<NormalText, SlotReading> readSlots)
    {
        // 大半夜的 有人在吗: what only sounds goes with the act.
        var clauses = _splitter.Clauses(text).Select(clause => text.Text[clause.Start..clause.End]).ToList();
        var acts = clauses.Where(clause => !_acts.OnlyReacts(clause)).Select(clause => _acts.Read(clause, false)).ToList();
        if (clauses.Count < 2 || acts.Count == 0)
            return null;
        // 算了 说医保 他花了三万八 tells a bill.
        if (acts[0] is SpeechAct.Cancel && !_asking.StandIn(text.Text.AsSpan().TrimEnd("吧呗啊呀。. ").ToString()) && !acts.Contains(SpeechAct.Restart) && readSlots(text).Mentions.All(mention => mention.Kind == MentionKind.Person))
            return SpeechAct.Cancel;
        // 随便问问 你是真人吗.
        if (acts is [{ } only])
            return only;
        return acts.TrueForAll(act => act is SpeechAct.Thanks or SpeechAct.Goodbye or SpeechAct.Greet) ? acts[^1] : null;
    }

    /// <summary>上海呢 behind 北京交多少: asks the same of its own facts.</summary>
    private QuestionPart Continuing(QuestionPart part, QuestionPart before)
    {
        var intent = _ellipses.After(before.Intent.Best.Intent, before.Slots.Slots, part, part.Slots.Slots, SpeechAct.Vary);
        return part with
        {
            Intent = before.Intent with { Candidates = before.Intent.Candidates.SetItem(0, before.Intent.Best with { Intent = intent }) },
            HasOwnQuestion = true,
        };
    }

    /// <summary>Runs of clauses that make up one question each.</summary>
    private ImmutableArray<Run> Runs(NormalText text, ImmutableArray<Clause> clauses, Func<NormalText, SlotReading> readSlots)
    {
        var runs = ImmutableArray.CreateBuilder<Run>();
        Run? current = null;
        Intent? asked = null;
        foreach (var clause in clauses)
        {
            var piece = text.Slice(clause.Start, clause.Length);
            var intent = IntentAsked(piece, clause.StandsApart, readSlots);
            // 多少钱的 那琼海呢, where nothing is named first, is one question.
            var isEllipsis = asked is not null && intent is null && IsEllipsis(piece, readSlots) && current is { } first && readSlots(text.Slice(first.Clause.Start, first.Clause.Length)).Slots != Slots.None;
            if (current is { } before && ((clause.IsItem && before.Clause.IsItem) || (asked is not null && (isEllipsis || (intent is not null && intent != asked && !GoesWith(intent.Value, asked.Value, clause, text.Text[before.Clause.Start..before.Clause.End], piece.Text, readSlots(piece).Slots.Treatment is not null))))))
            {
                runs.Add(before);
                (current, asked) = (new Run(clause, isEllipsis), clause.IsItem ? intent : intent ?? asked);
            }
            else
            {
                (current, asked) = (current is { } open ? open with { Clause = open.Clause.To(clause) with { IsItem = open.Clause.IsItem || clause.IsItem } } : new Run(clause, false), asked ?? intent);
            }
        }
        if (current is { } last)
            runs.Add(last);
        return runs.ToImmutable();
    }

    /// <summary>
    /// 哮喘算慢性病不，能不能报: what is covered is asked of the disease or the care just named, unless another treatment is named. 失业金领着呢 断了怎么接着领: what names no
    /// insurance is asked of the other one just named, and 离职证明不给开，失业金领不了 of the one named next.
    /// </summary>
    private bool GoesWith(Intent intent, Intent asked, Clause clause, string before, string text, bool namesTreatment) => IsOtherInsurance(asked) != IsOtherInsurance(intent)
        ? !clause.StandsApart && !_acts.NamesInsurance(IsOtherInsurance(asked) ? text : before)
        : !clause.StandsApart && !namesTreatment && intent == Intent.CoverageScope && asked is Intent.ChronicSpecial or Intent.SeriousIllness or Intent.Maternity or Intent.InpatientRatio or Intent.OutpatientRatio;

    /// <summary>上海呢, 那学生呢: facts, and the word that asks the same of them.</summary>
    private bool IsEllipsis(NormalText clause, Func<NormalText, SlotReading> readSlots)
    {
        if (!EndsAsEllipsis(clause.Text) && !clause.Text.EndsWith("怎么样", StringComparison.Ordinal))
            return false;
        var slots = readSlots(clause);
        return slots.Slots != Slots.None && _acts.Residue(clause.Text, slots.Mentions) <= 1;
    }

    private static bool EndsAsEllipsis(string text) => text.AsSpan().TrimEnd("?？ ") is [.., var last] && SameOf.Contains(last);

    /// <summary>What a clause clearly asks by itself; null when it only tells something or is unclear.</summary>
    private Intent? IntentAsked(NormalText clause, bool standsApart, Func<NormalText, SlotReading> readSlots)
    {
        var hasCore = _splitter.HasCore(clause.Text);
        if (!hasCore && !_asking.StandIn(clause.Text))
            return null;
        var mentions = readSlots(clause).Mentions;
        // 那学生医保呢 怎么交: what the next clause asks about.
        if (_acts.OnlyNamesInsurance(clause.Text, mentions, takesBack: false))
            return null;
        var reading = _scorer.Read(clause.Text, mentions, Subject.None);
        var bound = standsApart || hasCore ? Apart : Clear;
        return reading.Best.Confidence >= bound && (reading.NamesSubject || hasCore) && (!SlotRules.IsNotOurs(reading.Best.Intent) || IsOtherInsurance(reading.Best.Intent)) ? reading.Best.Intent : null;
    }

    /// <summary>养老保险又交多少 beside a question on resident insurance is told to be somebody else's.</summary>
    private static bool IsOtherInsurance(Intent intent) => intent is Intent.OtherSocialInsurance or Intent.CommercialInsurance;

    private QuestionPart PartOf(Clause run, ImmutableArray<Clause> clauses, NormalText text, Func<NormalText, SlotReading> readSlots, Subject subject)
    {
        var piece = text.Slice(run.Start, run.Length);
        var slots = readSlots(piece);
        var intent = _scorer.Read(piece.Text, slots.Mentions, subject);
        if (intent.Best.Confidence < Certainty.Sure)
            intent = OfAskingClause(clauses.RemoveAll(clause => clause.Start < run.Start || clause.End > run.End), text, readSlots) ?? intent;
        var residue = _acts.Residue(piece.Text, slots.Mentions);
        var asking = clauses.RemoveAll(clause => clause.Start < run.Start || clause.End > run.End || !_asking.StandIn(text.Text[clause.Start..clause.End]));
        // 做个CT呢 after 救护车报不报.
        var isEllipsis = AsksTheSame(piece.Text, residue, intent.Best) || (subject.Last is Intent.CoverageScope && slots.Slots.Treatment is not null && residue <= Few && EndsAsEllipsis(piece.Text)) || TellsOfTheSame(run, asking, text, readSlots);
        var isOwn = isEllipsis ? false : residue > Little
            ? intent.Best.Confidence >= 0.5 || !_acts.IsVariation(piece.Text)
            : residue > 0 && (SlotRules.IsOtherInsurance(intent.Best.Intent) ? intent.Best.Confidence >= Apart
                : !SlotRules.IsNotOurs(intent.Best.Intent) && intent.Best.Confidence >= (EndsAsEllipsis(piece.Text) ? Clear : Strong));
        return new QuestionPart(run, slots, intent, residue, isOwn, asking.Length > 0, text.Text) { IsEllipsis = isEllipsis };
    }

    /// <summary>猫抓的呢 after 狗咬了报不报: a few words that ask nothing but the same of themselves.</summary>
    private bool AsksTheSame(string text, int residue, IntentCandidate best) =>
        EndsAsEllipsis(text) && residue is > 0 and <= Few
        && ((SlotRules.IsNotOurs(best.Intent) && !(SlotRules.IsOtherInsurance(best.Intent) && best.Confidence >= Apart)) || best.Confidence < (residue > Little ? Clear : Strong))
        && !_asking.StandIn(text.TrimEnd('?', '？', ' ', '呢'));

    /// <summary>那我呢，我在屋头种地: one of several clauses asks the same of somebody, and the others only tell of them.</summary>
    private bool TellsOfTheSame(Clause run, ImmutableArray<Clause> asking, NormalText text, Func<NormalText, SlotReading> readSlots)
    {
        if (asking is not [var only] || only.Length == run.Length)
            return false;
        var piece = text.Slice(only.Start, only.Length);
        return EndsAsEllipsis(piece.Text) && _acts.Residue(piece.Text, readSlots(piece).Mentions) <= 1;
    }

    /// <summary>
    /// What the last clause that asks something asks clearly, where all clauses together leave it open: 没有职工保，只有居民医保，住院报多少.
    /// Null when none does, or there is only one.
    /// </summary>
    private IntentReading? OfAskingClause(ImmutableArray<Clause> clauses, NormalText text, Func<NormalText, SlotReading> readSlots)
    {
        if (clauses.Length < 2)
            return null;
        foreach (var clause in clauses.Reverse())
        {
            var piece = text.Slice(clause.Start, clause.Length);
            if (!_asking.StandIn(piece.Text))
                continue;
            var reading = _scorer.Read(piece.Text, readSlots(piece).Mentions, Subject.None);
            var isClear = reading.NamesSubject ? reading.Best.Confidence >= Clear : _splitter.HasCore(piece.Text) && reading.Best.Confidence >= Apart;
            return isClear && !SlotRules.IsNotOurs(reading.Best.Intent) ? reading : null;
        }
        return null;
    }

    /// <summary>A run of clauses.</summary>
    /// <param name="Clause">Where it stands.</param>
    /// <param name="IsEllipsis">True when it asks the same as the run before it.</param>
    private readonly record struct Run(Clause Clause, bool IsEllipsis);

    private static SlotReading WithShared(QuestionPart part, ImmutableArray<QuestionPart> parts)
    {
        var (slots, choices) = (part.Slots.Slots, part.Slots.RegionChoices);
        foreach (var other in parts.TakeWhile(other => other != part).Reverse().Concat(parts.SkipWhile(other => other != part).Skip(1)))
        {
            slots = SlotMerging.Beside(slots, other.Slots.Slots);
            choices = choices.IsEmpty ? other.Slots.RegionChoices : choices;
        }
        return part.Slots with { Slots = slots, RegionChoices = slots.Region is null ? choices : [] };
    }
}
