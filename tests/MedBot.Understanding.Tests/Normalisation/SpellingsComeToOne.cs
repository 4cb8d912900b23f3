namespace MedBot.Understanding.Tests.Normalisation;

public sealed class SpellingsComeToOne
{
    [Theory]
    [InlineData("居民醫保一年要交多少錢", Intent.Premium)]
    [InlineData("yibao yinian duoshao qian", Intent.Premium)]
    [InlineData("jumin yibao shenme shihou jiao", Intent.Deadline)]
    [InlineData("zenme zai shouji shang jiao yibao", Intent.PaySteps)]
    [InlineData("duanjiao liang nian le hai neng bu ma", Intent.LateOrLapse)]
    [InlineData("住院报肖比列是多少", Intent.InpatientRatio)]
    [InlineData("门珍报消多少", Intent.OutpatientRatio)]
    [InlineData("医宝几时交", Intent.Deadline)]
    [InlineData("医保缴废记录在哪查", Intent.PaymentRecord)]
    [InlineData("😊您好，麻烦问一下哈，居民医保几号截止？谢谢🙏", Intent.Deadline)]
    [InlineData("ＣＴ能报吗", Intent.CoverageScope)]
    public void TyposPinyinTraditionalAndFillersChangeNothing(string message, Intent intent) =>
        Assert.Equal(intent, Bot.ReadOne(message).Intent);

    [Theory]
    [InlineData("医保咋个交", Intent.PaySteps)]
    [InlineData("医保几时截止", Intent.Deadline)]
    [InlineData("细路嘅医保点交", Intent.StudentChild)]
    [InlineData("住院医保报几多", Intent.InpatientRatio)]
    [InlineData("啥辰光交医保", Intent.Deadline)]
    [InlineData("这医保一年得多儿钱", Intent.Premium)]
    [InlineData("俺爹住院能报几成", Intent.InpatientRatio)]
    [InlineData("伢子刚生下来么样办医保", Intent.Newborn)]
    public void DialectIsUnderstood(string message, Intent intent) =>
        Assert.Equal(intent, Bot.ReadOne(message).Intent);

    [Theory]
    [InlineData("四川", "咋个", "啷个", "好多", "啥子", "娃儿", "幺儿", "没得", "晓得")]
    [InlineData("粤", "点样", "几多", "边度", "乜嘢", "细路", "冇", "俾", "而家")]
    [InlineData("吴", "哪能", "啥辰光", "几钿", "小囡", "阿拉", "伐", "姆妈", "铜钿")]
    [InlineData("东北和天津", "咋整", "啥前儿", "多儿钱", "哪嘎达", "嘛时候", "赶趟", "搁哪", "没的")]
    [InlineData("河南和陕西", "中不中", "俺", "俺娘", "多咱", "哪搭", "啥时候", "哪达", "俺爹")]
    [InlineData("湘赣客", "么子", "么样", "伢", "冒得", "几时", "娭毑", "堂客", "仰般")]
    public void EachDialectAreaHasRows(string area, params string[] words) =>
        Assert.True(words.All(word => Bot.Lexicon.Rewordings.Any(row => row.Said == word)), area + "：" + string.Join('、', words.Where(word => Bot.Lexicon.Rewordings.All(row => row.Said != word))));

    [Fact]
    public void EachOtherSpellingHasRows()
    {
        Assert.Contains(Bot.Lexicon.Pinyin, row => row is { Said: "yibao", Meant: "医保" });
        Assert.Equal('医', Bot.Lexicon.Simplified['醫']);
        Assert.Contains("报销", Bot.Lexicon.Homophones.Words);
        Assert.Contains(Bot.Lexicon.Rewordings, row => row is { Said: "抱销", Meant: "报销" });
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("？？？")]
    [InlineData("🙂🙂")]
    [InlineData("\u0000\u0001")]
    [InlineData("\ud800")]
    public void AMessageWithoutWordsIsOneUnclearRequest(string message) =>
        Assert.Equal((Intent.Other, true), (Bot.ReadOne(message).Intent, Bot.ReadOne(message).Confidence < Certainty.Unknown));

    [Fact]
    public void OnlyTheFirstTwoThousandCharactersAreRead() =>
        Assert.Contains(Bot.Read(new string('交', 5000))[0].Why, line => line.Contains("2000", StringComparison.Ordinal));
}
