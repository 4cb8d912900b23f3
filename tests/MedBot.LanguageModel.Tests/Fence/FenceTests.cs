using System.Diagnostics;
using MedBot.LanguageModel.Fence;

namespace MedBot.LanguageModel.Tests.Fence;

/// <summary>What a model may say of an answer, and what not.</summary>
public sealed class FenceTests(ITestOutputHelper output)
{
    private const string Bill = "武汉三级医院住院花了3万能报多少";    // 17520, own 12480; primary 26820, secondary 20720; deductible 800, 60%
    private const string Ratio = "武汉三级医院住院报销比例多少";      // 60%, about 70% overall, ceiling 150000
    private const string Premium = "河北居民医保要交多少钱";          // Hebei 2026: at least 400; treasury at least 724
    private const string Lapse = "断缴两年在廊坊要等多久";            // nation: 3 months, 4 in all
    private const string Phone = "廊坊医保电话是多少";

    [Theory]
    [InlineData(Bill, "您好，在武汉三级医院住院花了30000元，按政策能报17520元，自己付12480元。")]
    [InlineData(Bill, "能报一万七千五百二十元，自己掏12480块。")]
    [InlineData(Bill, "先扣掉起付线800元，再按60%报销。")]
    [InlineData(Bill, "先扣起付线八百元，再按六成报。")]
    [InlineData(Bill, "要是换成一级医院，能报26820元；")]
    [InlineData(Bill, "二级醫院可以報20720元，唔使擔心。")]
    [InlineData(Bill, "You would get back 17520 yuan and pay 12480 yuan yourself.")]
    [InlineData(Bill, "您花的3万里能报1.752万元。")]
    [InlineData(Ratio, "武汉三级医院住院报60%，起付线800元。")]
    [InlineData(Ratio, "一年最多报15万元。")]
    [InlineData(Ratio, "武汉政策范围内住院费用的总体水平约70%。")]
    [InlineData(Premium, "河北2026年度个人缴费至少400元。")]
    [InlineData(Premium, "2026年河北居民每人至少四百块一年。")]
    [InlineData(Premium, "今年度河北个人缴不低于400元。")]
    [InlineData(Premium, "财政每人每年补助至少724元。")]
    [InlineData(Lapse, "断了2年，合计要等4个月。")]
    [InlineData(Lapse, "全国的规定是固定等待期三个月。")]
    [InlineData(Phone, "有问题可以打12393问一问。")]
    [InlineData(Phone, "1. 参保报销的事问医保局就行，一般都会说明白。")]
    public void BackedSentencesPass(string question, string sentence) => Assert.Null(Check(question, sentence));

    [Theory]
    [InlineData(Bill, "能报17502元。", Breach.Number)]
    [InlineData(Bill, "能报一万八千元。", Breach.Number)]
    [InlineData(Bill, "能报百分之六十五。", Breach.Number)]
    [InlineData(Bill, "能报六成五。", Breach.Number)]
    [InlineData(Bill, "能报大概一半。", Breach.Word)]
    [InlineData(Bill, "能报好几万元。", Breach.Number)]
    [InlineData(Bill, "能报七八千元。", Breach.Number)]
    [InlineData(Bill, "能报１７５０２元。", Breach.Number)]
    [InlineData(Bill, "能报⑧⑧⑧元。", Breach.Number)]
    [InlineData(Bill, "能报Ⅷ万元。", Breach.Number)]
    [InlineData(Bill, "能报八分之½。", Breach.Number)]
    [InlineData(Bill, "能报800\u200b400元。", Breach.Number)]
    [InlineData(Bill, "能报800 400元。", Breach.Number)]
    [InlineData(Bill, "能报約17520元。", Breach.Bound)]
    [InlineData(Bill, "能报约17520元。", Breach.Bound)]
    [InlineData(Bill, "一级医院能报20720元。", Breach.Subject)]
    [InlineData(Bill, "起付线是12480元。", Breach.Subject)]
    [InlineData(Bill, "自己付17520元。", Breach.Subject)]
    [InlineData(Bill, "在南京三级医院能报17520元。", Breach.Place)]
    [InlineData(Bill, "能报17520天。", Breach.Number)]
    [InlineData(Bill, "费用可以全额报销。", Breach.Word)]
    [InlineData(Bill, "You would get back eighteen thousand yuan.", Breach.Word)]
    [InlineData(Bill, "Chengdu residents get 17520 yuan.", Breach.Place)]
    [InlineData(Ratio, "武汉住院总体水平是70%。", Breach.Bound)]
    [InlineData(Ratio, "封顶线是约150000元。", Breach.Bound)]
    [InlineData(Ratio, "武汉一级医院住院报60%。", Breach.Subject)]
    [InlineData(Ratio, "一级、三级医院分别报60%、70%。", Breach.Subject)]
    [InlineData(Premium, "河北2026年度个人缴费400元。", Breach.Bound)]
    [InlineData(Premium, "河北2026年度个人缴费最高400元。", Breach.Bound)]
    [InlineData(Premium, "河北2025年度个人缴费至少400元。", Breach.Year)]
    [InlineData(Premium, "河北去年个人缴费至少400元。", Breach.Year)]
    [InlineData(Premium, "河南2026年度个人缴费至少400元。", Breach.Place)]
    [InlineData(Premium, "个人缴费至少724元。", Breach.Subject)]
    [InlineData(Premium, "最迟月底前缴清。", Breach.Word)]
    [InlineData(Premium, "截止到2026年12月31日。", Breach.Number)]
    [InlineData(Lapse, "合计要等4天。", Breach.Number)]
    [InlineData(Lapse, "等待期一年。", Breach.Subject)]
    [InlineData(Premium, "三级医院个人缴费至少400元。", Breach.Subject)]
    [InlineData(Phone, "请打12345。", Breach.Number)]
    [InlineData(Phone, "请打0316-2211234。", Breach.Number)]
    [InlineData(Phone, "上网站 https://evil.example.com/yibao 办理。", Breach.Address)]
    [InlineData(Phone, "地址是和平路18号。", Breach.Address)]
    public void UnbackedSentencesAreHeldBack(string question, string sentence, Breach breach) => Assert.Equal(breach, Check(question, sentence));

    [Fact]
    public void ASentenceIsCheckedWithinAMillisecond()
    {
        var reader = new SentenceReader(Bot.Scene.Vocabulary, Bot.Today);
        var fence = FenceFor(Bill, reader);
        const string sentence = "在武汉三级医院住院花了30000元，先扣掉起付线800元，再按60%报销，能报17520元，自己付12480元。";
        for (var i = 0; i < 200; i++)
            fence.Check(sentence);

        var took = Enumerable.Range(0, 200).Select(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            fence.Check(sentence);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }).Order().ElementAt(100);

        output.WriteLine($"median {took * 1000:0} µs");
        Assert.InRange(took, 0, 1);
    }

    private static Breach? Check(string question, string sentence) => FenceFor(question, new SentenceReader(Bot.Scene.Vocabulary, Bot.Today)).Check(sentence);

    private static NumberFence FenceFor(string question, SentenceReader reader)
    {
        var evidence = new Evidence(reader);
        evidence.AddSaid(question);
        foreach (var reply in Bot.Ask(question).Replies)
            evidence.Add(reply.Answer);
        return new NumberFence(reader, evidence);
    }
}
