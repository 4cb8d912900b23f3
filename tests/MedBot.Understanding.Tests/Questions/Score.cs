namespace MedBot.Understanding.Tests.Questions;

/// <summary>How a set of labelled messages was understood.</summary>
internal sealed class Score
{
    private readonly List<(string Wanted, string Found, double Confidence)> _intents = [];
    private readonly Dictionary<string, (int Right, int All)> _slots = [];
    private readonly List<string> _mistakes = [];

    public int Messages { get; private set; }

    public int IntentsRight { get; private set; }

    public int SlotsRight { get; private set; }

    public int SlotsChecked { get; private set; }

    /// <summary>Messages that are not about resident insurance and were taken for it.</summary>
    public int TakenForOurs { get; private set; }

    /// <summary>Messages that are not about resident insurance.</summary>
    public int NotOurs { get; private set; }

    public IReadOnlyList<string> Mistakes => _mistakes;

    public IReadOnlyList<(string Wanted, string Found, double Confidence)> Intents => _intents;

    public IReadOnlyDictionary<string, (int Right, int All)> Slots => _slots;

    public double IntentAccuracy => Messages == 0 ? 1 : (double)IntentsRight / Messages;

    public double SlotAccuracy => SlotsChecked == 0 ? 1 : (double)SlotsRight / SlotsChecked;

    /// <summary>Counts one message; true when intents and facts are all right.</summary>
    public bool Add(Expectation expected, IReadOnlyList<Request> requests)
    {
        var wanted = string.Join('+', expected.Intents);
        var found = string.Join('+', requests.Select(request => IntentNames.NameOf(request.Intent)));
        Messages++;
        var isRight = wanted == found;
        IntentsRight += isRight ? 1 : 0;
        _intents.Add((wanted, found, requests[0].Confidence));
        if (OutOfScope.Contains(wanted))
        {
            NotOurs++;
            TakenForOurs += requests.All(request => OutOfScope.Contains(IntentNames.NameOf(request.Intent))) ? 0 : 1;
        }
        if (!isRight)
            _mistakes.Add($"{expected.Where}\t{expected.Message}\t应为 {wanted}，却是 {found}（{requests[0].Confidence:0.00}）");
        var facts = SlotCheck.Compare(expected.Slots, requests[0]).ToList();
        foreach (var (name, right, want, got) in facts)
        {
            var (rightSoFar, all) = _slots.GetValueOrDefault(name);
            _slots[name] = (rightSoFar + (right ? 1 : 0), all + 1);
            SlotsChecked++;
            SlotsRight += right ? 1 : 0;
            if (!right)
                _mistakes.Add($"{expected.Where}\t{expected.Message}\t{name} 应为“{want}”，却是“{got}”");
        }
        return isRight && facts.TrueForAll(fact => fact.IsRight);
    }

    private static readonly HashSet<string> OutOfScope =
        ["employee_insurance", "other_social_insurance", "commercial_insurance", "medical_advice", "chitchat", "other"];
}
