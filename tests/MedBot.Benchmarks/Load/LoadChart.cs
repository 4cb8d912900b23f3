using System.Globalization;
using System.Text;

namespace MedBot.Benchmarks.Load;

/// <summary>Draws p50 and p99 of the turns over the time in which they were due, as an SVG; the times on a logarithmic axis.</summary>
internal static class LoadChart
{
    private const int Width = 720;
    private const int Height = 300;
    private const int Left = 60;
    private const int Right = 60;
    private const int Top = 46;
    private const int Bottom = 46;
    private const int Columns = 60;

    /// <summary>The axis: from 0.1 ms to 10 s.</summary>
    private const int LowestPower = -1;
    private const int HighestPower = 4;

    public static string Draw(LoadResult result)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="12">
              <rect width="{Width}" height="{Height}" fill="#ffffff"/>
              <text x="{Width / 2}" y="22" text-anchor="middle" font-size="14">{result.Name}: {result.TurnsPerSecond:0} turns/s, {result.Plan.Conversations} conversations</text>

            """);
        for (var power = LowestPower; power <= HighestPower; power++)
        {
            var y = Y(Math.Pow(10, power));
            svg.AppendLine(CultureInfo.InvariantCulture, $"""  <line x1="{Left}" y1="{y:F1}" x2="{Width - Right}" y2="{y:F1}" stroke="#e0e0e0"/><text x="{Left - 6}" y="{y + 4:F1}" text-anchor="end">{Math.Pow(10, power):0.#} ms</text>""");
        }

        svg.AppendLine(CultureInfo.InvariantCulture, $"""  <text x="{Width / 2}" y="{Height - 14}" text-anchor="middle">seconds, 0 to {result.Seconds:0.0}</text>""");
        var columns = result.Turns
            .GroupBy(turn => Math.Min(Columns - 1, (int)(turn.Due / result.Seconds * Columns)), turn => turn.Milliseconds)
            .OrderBy(column => column.Key)
            .Select(column => (column.Key, Sorted: column.Order().ToArray()))
            .ToArray();
        Line(svg, columns.Select(column => (column.Key, column.Sorted[column.Sorted.Length / 2])), "#1f77b4", "p50");
        Line(svg, columns.Select(column => (column.Key, column.Sorted[column.Sorted.Length * 99 / 100])), "#d62728", "p99");
        return svg.AppendLine("</svg>").ToString();
    }

    private static void Line(StringBuilder svg, IEnumerable<(int Column, double Milliseconds)> points, string colour, string name)
    {
        var all = points.ToArray();
        if (all.Length == 0)
            return;
        var path = string.Join(' ', all.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.Column):F1},{Y(point.Milliseconds):F1}")));
        svg.AppendLine($"""  <polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>""");
        svg.AppendLine(CultureInfo.InvariantCulture, $"""  <text x="{Width - Right + 6}" y="{Y(all[^1].Milliseconds) + 4:F1}" fill="{colour}">{name}</text>""");
    }

    private static double X(int column) => Left + (column + 0.5) / Columns * (Width - Left - Right);

    private static double Y(double milliseconds)
    {
        var power = Math.Clamp(Math.Log10(milliseconds), LowestPower, HighestPower);
        return Height - Bottom - (power - LowestPower) / (HighestPower - LowestPower) * (Height - Top - Bottom);
    }
}
