namespace MedBot.Understanding.Tests.Places;

public sealed class PlacesAreFoundDownToTheCounty
{
    [Theory]
    [InlineData("廊坊医保什么时候交", "河北廊坊")]
    [InlineData("霸州医保什么时候交", "河北廊坊霸州")]
    [InlineData("河北廊坊霸州市医保什么时候交", "河北廊坊霸州")]
    [InlineData("羊城医保什么时候交", "广东广州")]
    [InlineData("魔都医保什么时候交", "上海")]
    [InlineData("冀的医保什么时候交", "河北")]
    [InlineData("恩施州医保什么时候交", "湖北恩施")]
    [InlineData("廣州醫保什麼時候交", "广东广州")]
    [InlineData("燕郊医保什么时候交", "河北廊坊三河")]
    [InlineData("浦东医保什么时候交", "上海浦东")]
    [InlineData("松山湖医保什么时候交", "广东东莞")]
    [InlineData("住院报销比例 江阴 一级", "江苏无锡江阴")]
    [InlineData("那凯里医保什么时候交", "贵州黔东南凯里")]
    [InlineData("我家大方的 医保什么时候交", "贵州毕节大方")]
    [InlineData("新民这嘎达医保啥时候关账", "辽宁沈阳新民")]
    [InlineData("锡林郭勒医保什么时候交", "内蒙古锡林郭勒盟")]
    [InlineData("开平医保什么时候交", "广东江门开平")]
    [InlineData("株州医保什么时候交", "湖南株洲")]
    [InlineData("汉中么 医保什么时候交", "陕西汉中")]
    public void AShortOrANickNameIsThePlace(string message, string place) =>
        Assert.Equal(place, Bot.ReadOne(message).Slots.Region?.Value.FullName);

    [Theory]
    [InlineData("南京路在哪")]
    [InlineData("北京时间几点")]
    [InlineData("用农业银行能交医保吗")]
    [InlineData("尿酸高要忌口啥")]
    [InlineData("强大安心的医保多少钱")]
    [InlineData("在镇医院挂了三天水能报吗")]
    [InlineData("医保是交城里还是交老家")]
    [InlineData("爱山东上能交居民医保吗")]
    [InlineData("三甲和县医院住院各报多少")]
    [InlineData("粤通卡怎么充值")]
    public void AWordThatHoldsAPlaceIsNone(string message) =>
        Assert.Null(Bot.Read(message)[0].Slots.Region);

    [Fact]
    public void ANameOfSeveralPlacesIsAskedBack()
    {
        var request = Bot.ReadOne("鼓楼区医保什么时候交");

        Assert.Null(request.Slots.Region);
        Assert.Contains(request.RegionChoices, place => place.FullName == "江苏南京鼓楼");
    }

    [Fact]
    public void TheCityBesideItTellsWhichOne() =>
        Assert.Equal("江苏南京鼓楼", Bot.ReadOne("南京鼓楼区医保什么时候交").Slots.Region?.Value.FullName);

    [Fact]
    public void ADeniedPlaceIsNotTheOneAskedAbout() =>
        Assert.Equal("河北石家庄", Bot.ReadOne("不是廊坊，是石家庄，医保什么时候交").Slots.Region?.Value.FullName);

    [Fact]
    public void APlaceWithoutRecordsIsNamed() =>
        Assert.Equal("香港", Bot.ReadOne("香港能交居民医保吗").PlaceNotCovered);

    [Fact]
    public void WhoComesFromThereAsksAboutHere() =>
        Assert.Null(Bot.ReadOne("香港居民在内地能参保吗").PlaceNotCovered);

    [Theory]
    [InlineData("俺在新疆摘棉花，太康的医保到年底还能交不", "河南周口太康")]
    [InlineData("我跟姑娘住苏州 医保在安康 这边看病能刷吗", "陕西安康")]
    [InlineData("我人在宁波，爸妈在通辽，我能帮他们交医保吗", "内蒙古通辽")]
    public void WhereTheInsuranceIsGoesBeforeWhereOneStays(string message, string place) =>
        Assert.Equal(place, Bot.ReadOne(message).Slots.Region?.Value.FullName);

    [Fact]
    public void WhoMovesHasTwoPlaces()
    {
        var slots = Bot.ReadOne("医保从保定转到廊坊怎么办").Slots;

        Assert.Equal(("河北保定", "河北廊坊"), (slots.Region?.Value.FullName, slots.Destination?.Value.FullName));
    }

    [Fact]
    public void WhoIsTreatedElsewhereKeepsThePlaceOfInsurance()
    {
        var slots = Bot.ReadOne("廊坊参保，去北京看病怎么备案").Slots;

        Assert.Equal(("河北廊坊", "北京", true), (slots.Region?.Value.FullName, slots.Destination?.Value.FullName, slots.Elsewhere?.Value));
    }

    [Theory]
    [InlineData("人在昆山上班 老家临泉的 住院咋弄", "安徽阜阳临泉", "江苏苏州昆山")]
    [InlineData("我跟着儿子在苏州住 医保是信阳的 看病咋报", "河南信阳", "江苏苏州")]
    [InlineData("嫁来温岭三年了 医保还在老家赤水 想转过来咋办", "贵州遵义赤水", "浙江台州温岭")]
    public void WhereOneWorksOrMarriesIsNotWhereOneIsInsured(string message, string insured, string lived)
    {
        var slots = Bot.Read(message)[0].Slots;

        Assert.Equal((insured, lived), (slots.Region?.Value.FullName, slots.Destination?.Value.FullName));
    }

    [Fact]
    public void WhereTheChildrenLiveIsNotAskedAbout() =>
        Assert.Equal("山西长治沁县", Bot.Read("我七十六了，儿子在青海，医保钱往哪里交？沁县的")[0].Slots.Region?.Value.FullName);

    [Fact]
    public void WhereOneLivesIsThePlaceOfAQuestionOnPaying() =>
        Assert.Equal("江苏", Bot.ReadOne("我在江苏上大学 医保是学校收还是自己回老家交").Slots.Region?.Value.FullName);

    [Fact]
    public void WhereOneStaysIsNotWhereTheParentsAreInsured() =>
        Assert.Null(Bot.ReadOne("我人在东莞 能帮老家的娘交医保不").Slots.Region);
}
