using MedBot.Policy.Records;

namespace MedBot.Policy.Tests.Records;

public sealed class RegionTests
{
    [Fact]
    public void LayersGoFromThePlaceUpToTheNation() =>
        Assert.Equal([Sample.County, Sample.City, Sample.Province, Region.Nation], Sample.County.Layers());

    [Fact]
    public void AFullNameLeavesTheNationOut()
    {
        Assert.Equal("试省试市试县", Sample.County.FullName);
        Assert.Equal("试省", Sample.Province.FullName);
        Assert.Equal("全国", Region.Nation.FullName);
    }

    [Fact]
    public void ThePlaceLiesInItselfAndAboveButNotBelow()
    {
        Assert.True(Sample.City.LiesIn(Sample.City));
        Assert.True(Sample.City.LiesIn(Region.Nation));
        Assert.False(Sample.City.LiesIn(Sample.County));
    }

    [Fact]
    public void TheProvinceOfTheNationIsNone()
    {
        Assert.Equal(Sample.Province, Sample.County.Province);
        Assert.Null(Region.Nation.Province);
    }

    [Fact]
    public void PlacesAreEqualWhenTheirCodesAre() =>
        Assert.Equal(Sample.City, Sample.City with { Name = "换了名字" });
}
