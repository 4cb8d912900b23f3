using MedBot.Search.Analysis;
using MedBot.Search.Scoring;

namespace MedBot.Search.Postings;

/// <summary>Builds an <see cref="InvertedIndex"/>: text is analysed by all cores, postings are written by one in the units' order.</summary>
internal sealed class InvertedIndexBuilder(TermAnalyzer analyzer, SearchScoring scoring)
{
    // What is held twice while a segment is built grows with it; terms are held once in each.
    private const int SegmentUnits = 1 << 16;
    private const int BatchUnits = 256;
    private const int FieldKinds = 4;

    /// <summary>Lists the fields of a unit. Called from several threads.</summary>
    public delegate void UnitReader(int unit, List<UnitText> into);

    private sealed class Analyzed
    {
        public ulong[] Keys = [];
        public byte[] Impacts = [];
        public int Count;
    }

    public InvertedIndex Build(int units, UnitReader read)
    {
        var (averages, scale) = Measure(units, read);
        var segments = new List<IndexSegment>();
        var batch = new Analyzed[BatchUnits];
        for (var i = 0; i < batch.Length; i++)
            batch[i] = new Analyzed();

        var builder = new SegmentBuilder(units);
        for (var first = 0; first < units; first += SegmentUnits)
        {
            var end = Math.Min(units, first + SegmentUnits);
            for (var start = first; start < end; start += BatchUnits)
            {
                var count = Math.Min(BatchUnits, end - start);
                var from = start;
                Parallel.For(0, count, () => new Worker(), (i, _, worker) => Analyze(from + i, read, worker, averages, scale, batch[i]), _ => { });
                for (var i = 0; i < count; i++)
                    builder.Add(batch[i].Keys.AsSpan(0, batch[i].Count), batch[i].Impacts.AsSpan(0, batch[i].Count));
            }

            segments.Add(builder.Build());
        }

        return new InvertedIndex(units, segments, scale, averages);
    }

    private sealed class Worker
    {
        public readonly TermCounter Counter = new();
        public readonly List<UnitText> Fields = [];
    }

    private Worker Analyze(int unit, UnitReader read, Worker worker, float[] averages, float scale, Analyzed into)
    {
        worker.Counter.Clear();
        worker.Fields.Clear();
        read(unit, worker.Fields);
        foreach (var (field, text) in worker.Fields)
        {
            var how = scoring.For(field);
            if (how.Weight <= 0)
                continue;
            var norm = how.Norm(TermAnalyzer.Length(text.Span), averages[(int)field]);
            analyzer.Count(text.Span, worker.Counter);
            if (field == FieldKind.Question)
                worker.Counter.CloseAlternative(how.Weight, norm);
            else
                worker.Counter.CloseField(how.Weight, norm);
        }

        worker.Counter.Finish();
        var count = worker.Counter.Count;
        if (into.Keys.Length < count)
        {
            into.Keys = new ulong[count * 2];
            into.Impacts = new byte[count * 2];
        }

        worker.Counter.Keys.CopyTo(into.Keys);
        var impacts = worker.Counter.Impacts;
        for (var i = 0; i < count; i++)
            into.Impacts[i] = (byte)Math.Clamp(MathF.Round(impacts[i] / scale), 1, byte.MaxValue);
        into.Count = count;
        return worker;
    }

    /// <summary>Mean field lengths, and the scale at which the greatest possible impact of any unit still fits a byte.</summary>
    private (float[] Averages, float Scale) Measure(int units, UnitReader read)
    {
        var lengths = new long[FieldKinds];
        var counts = new long[FieldKinds];
        var gate = new Lock();
        Parallel.For(0, (units + BatchUnits - 1) / BatchUnits, batch =>
        {
            var fields = new List<UnitText>();
            Span<long> localLengths = stackalloc long[FieldKinds];
            Span<long> localCounts = stackalloc long[FieldKinds];
            for (var unit = batch * BatchUnits; unit < Math.Min(units, (batch + 1) * BatchUnits); unit++)
            {
                fields.Clear();
                read(unit, fields);
                foreach (var (field, text) in fields)
                {
                    localLengths[(int)field] += TermAnalyzer.Length(text.Span);
                    localCounts[(int)field]++;
                }
            }

            lock (gate)
                for (var i = 0; i < FieldKinds; i++)
                {
                    lengths[i] += localLengths[i];
                    counts[i] += localCounts[i];
                }
        });

        var averages = new float[FieldKinds];
        var greatest = 0f;
        for (var i = 0; i < FieldKinds; i++)
        {
            averages[i] = counts[i] == 0 ? 0 : (float)lengths[i] / counts[i];
            if (counts[i] > 0)
                greatest += Math.Max(0, scoring.For((FieldKind)i).Weight);
        }

        return (averages, Math.Max(greatest, 1e-6f) / byte.MaxValue);
    }
}
