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
    public void AShortOrANickNameIsThePlace(string message, string place) =>
        Assert.Equal(place, Bot.ReadOne(message).Slots.Region?.Value.FullName);

    [Theory]
    [InlineData("南京路在哪")]
    [InlineData("北京时间几点")]
    [InlineData("用农业银行能交医保吗")]
    [InlineData("尿酸高要忌口啥")]
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

    [Fact]
    public void WhereOneLivesIsThePlaceOfAQuestionOnPaying() =>
        Assert.Equal("江苏", Bot.ReadOne("我在江苏上大学 医保是学校收还是自己回老家交").Slots.Region?.Value.FullName);

    [Fact]
    public void WhereOneStaysIsNotWhereTheParentsAreInsured() =>
        Assert.Null(Bot.ReadOne("我人在东莞 能帮老家的娘交医保不").Slots.Region);
}
