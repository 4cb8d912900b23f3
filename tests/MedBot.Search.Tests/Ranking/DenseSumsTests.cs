using MedBot.Search.Ranking;

namespace MedBot.Search.Tests.Ranking;

public sealed class DenseSumsTests
{
    [Theory]
    [InlineData(1), InlineData(7), InlineData(8), InlineData(31), InlineData(33), InlineData(4096)]
    public void ListsAddedTogetherGiveTheSumOfEach(int units)
    {
        var random = new Random(units);
        var data = new byte[4 * units + 16];
        random.NextBytes(data);
        int[] starts = [0, units, 2 * units, 3 * units];
        int[] weights = [1, 70_000, 3, 2_000_000];
        var sums = Enumerable.Repeat(5, units).ToArray();
        DenseSums.Add(data, starts, weights, sums);
        Assert.Equal(Enumerable.Range(0, units).Select(unit => 5 + starts.Zip(weights).Sum(list => data[list.First + unit] * list.Second)), sums);
    }

    [Fact]
    public void OneListIsAddedByItsWeight()
    {
        var data = Enumerable.Range(0, 300).Select(i => (byte)(i % 256)).ToArray();
        var sums = new int[77];
        DenseSums.Add(data, 9, 11, sums);
        Assert.Equal(Enumerable.Range(9, 77).Select(impact => impact * 11), sums);
    }
}
