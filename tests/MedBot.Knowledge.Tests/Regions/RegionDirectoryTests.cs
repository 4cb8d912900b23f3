using MedBot.Policy.Records;

namespace MedBot.Knowledge.Tests.Regions;

public sealed class RegionDirectoryTests
{
    [Theory]
    [InlineData("131000", "廊坊市", "廊坊", "河北廊坊")]
    [InlineData("130000", "河北省", "河北", "河北")]
    [InlineData("422800", "恩施土家族苗族自治州", "恩施", "湖北恩施")]
    [InlineData("150000", "内蒙古自治区", "内蒙古", "内蒙古")]
    [InlineData("450000", "广西壮族自治区", "广西", "广西")]
    [InlineData("640000", "宁夏回族自治区", "宁夏", "宁夏")]
    [InlineData("650000", "新疆维吾尔自治区", "新疆", "新疆")]
    [InlineData("110000", "北京市", "北京", "北京")]
    [InlineData("110105", "朝阳区", "朝阳", "北京朝阳")]
    [InlineData("500101", "万州区", "万州", "重庆万州")]
    [InlineData("131082", "三河市", "三河", "河北廊坊三河")]
    [InlineData("131028", "大厂回族自治县", "大厂", "河北廊坊大厂")]
    [InlineData("141123", "兴县", "兴县", "山西吕梁兴县")]
    [InlineData("222400", "延边朝鲜族自治州", "延边", "吉林延边")]
    [InlineData("152900", "阿拉善盟", "阿拉善盟", "内蒙古阿拉善盟")]
    [InlineData("150302", "海勃湾区", "海勃湾", "内蒙古乌海海勃湾")]
    public void APlaceHasTheNameThatPeopleSay(string code, string name, string shortName, string fullName)
    {
        var region = KnowledgeFolder.Regions.Find(code)!;

        Assert.Equal((name, shortName, fullName), (region.Name, region.ShortName, region.FullName));
    }

    [Theory]
    [InlineData("110105", "110000")]
    [InlineData("500101", "500000")]
    [InlineData("429004", "420000")]
    [InlineData("469005", "460000")]
    public void WhatHasNoCityStandsDirectlyBelowItsProvince(string county, string province)
    {
        var region = KnowledgeFolder.Regions.Find(county)!;

        Assert.Equal(RegionLevel.County, region.Level);
        Assert.Equal(province, region.Parent!.Code);
    }

    [Fact]
    public void EveryProvinceIsBelowTheNation()
    {
        var provinces = KnowledgeFolder.Regions.All.Where(region => region.Level == RegionLevel.Province).ToList();

        Assert.Equal(31, provinces.Count);
        Assert.All(provinces, province => Assert.Same(Region.Nation, province.Parent));
    }

    [Fact]
    public void NoShelfIsAPlace() =>
        Assert.DoesNotContain(KnowledgeFolder.Regions.All, region => region.Name is "市辖区" or "县" || region.Name.Contains("直辖县级", StringComparison.Ordinal));

    [Fact]
    public void EveryShortNameHasAtLeastTwoCharacters() =>
        Assert.DoesNotContain(KnowledgeFolder.Regions.All, region => region.ShortName.Length < 2);

    [Fact]
    public void AParentStandsBeforeItsChildren()
    {
        var seen = new HashSet<Region> { Region.Nation };

        Assert.All(KnowledgeFolder.Regions.All, region =>
        {
            Assert.Contains(region.Parent!, seen);
            seen.Add(region);
        });
    }

    [Fact]
    public void ACodeThatNobodyHasIsNotFound() => Assert.Null(KnowledgeFolder.Regions.Find("999999"));
}
