namespace MedBot.Knowledge.Articles.Likeness;

/// <summary>An article's likeness while its texts are gone through: the best three of its samples, and all that it says.</summary>
internal struct LikenessSum
{
    /// <summary>What a second and third sample question that are like it add, against the first.</summary>
    private const double MoreSamples = 0.25;

    private double _second;
    private double _third;
    private double _said;

    /// <summary>Likeness of the nearest sample.</summary>
    public double Best { get; private set; }

    /// <summary>Likeness of samples and of what is said together.</summary>
    public readonly double Whole => Best + (MoreSamples * (_second + _third)) + _said;

    public void Add(double cosine, bool isSample)
    {
        if (!isSample)
            _said += cosine;
        else if (cosine > Best)
            (Best, _second, _third) = (cosine, Best, _second);
        else if (cosine > _second)
            (_second, _third) = (cosine, _second);
        else if (cosine > _third)
            _third = cosine;
    }
}
