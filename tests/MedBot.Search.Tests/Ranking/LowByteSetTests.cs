using MedBot.Search.Ranking;

namespace MedBot.Search.Tests.Ranking;

public sealed class LowByteSetTests
{
    [Theory]
    [InlineData(0), InlineData(1), InlineData(15), InlineData(16), InlineData(40)]
    public void ExactlyTheCharactersWithALowerByteOfTheSetAreFound(int length)
    {
        var random = new Random(length);
        for (var round = 0; round < 50; round++)
        {
            var held = Enumerable.Range(0, 17).Select(_ => (char)random.Next(char.MaxValue)).ToArray();
            var set = new LowByteSet();
            set.Add('医');
            set.Clear();
            foreach (var c in held)
                set.Add(c);
            var text = Enumerable.Range(0, length).Select(_ => random.Next(3) == 0 ? held[random.Next(held.Length)] : (char)random.Next(char.MaxValue)).ToArray();
            var expected = text.Take(LowByteSet.Width).Select((c, i) => held.Any(other => (other & 0xFF) == (c & 0xFF)) ? 1u << i : 0).Aggregate(0u, (all, bit) => all | bit);
            Assert.Equal(expected, set.Find(text));
        }
    }
}
