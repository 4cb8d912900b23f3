using System.Globalization;
using System.Text;

namespace MedBot.Benchmarks.Search;

/// <summary>Draws the growth of query time and memory as one SVG: both axes logarithmic.</summary>
internal static class GrowthChart
{
    private const int Width = 720;
    private const int Height = 420;
    private const int Left = 70;
    private const int Right = 70;
    private const int Top = 50;
    private const int Bottom = 60;

    public static string Draw(IReadOnlyList<GrowthPoint> points)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="12">
              <rect width="{Width}" height="{Height}" fill="#ffffff"/>
              <text x="{Width / 2}" y="24" text-anchor="middle" font-size="15">Search over passages of 200 characters: time of a query and memory</text>

            """);
        for (var power = 3; power <= 6; power++)
        {
            var x = X(Math.Pow(10, power));
            svg.AppendLine(CultureInfo.InvariantCulture, $"""  <line x1="{x:F1}" y1="{Top}" x2="{x:F1}" y2="{Height - Bottom}" stroke="#e0e0e0"/><text x="{x:F1}" y="{Height - Bottom + 18}" text-anchor="middle">{Math.Pow(10, power):N0}</text>""");
        }

        for (var power = 1; power <= 5; power++)
        {
            var y = Y(Math.Pow(10, power));
            svg.AppendLine(CultureInfo.InvariantCulture, $"""  <line x1="{Left}" y1="{y:F1}" x2="{Width - Right}" y2="{y:F1}" stroke="#e0e0e0"/><text x="{Left - 6}" y="{y + 4:F1}" text-anchor="end">{Math.Pow(10, power):N0} µs</text>""");
        }

        svg.AppendLine(CultureInfo.InvariantCulture, $"""  <text x="{Width / 2}" y="{Height - 18}" text-anchor="middle">passages</text>""");
        Line(svg, points, point => point.P50, "#1f77b4", "p50", null);
        Line(svg, points, point => point.P99, "#d62728", "p99", null);
        // Memory shares the scale: one megabyte is drawn where ten microseconds are.
        Line(svg, points, point => Math.Max(10, point.HeapBytes / 1e5), "#7f7f7f", "text and index, MB", point => $"{point.HeapBytes / 1e6:N0} MB");
        return svg.AppendLine("</svg>").ToString();
    }

    private static void Line(StringBuilder svg, IReadOnlyList<GrowthPoint> points, Func<GrowthPoint, double> value, string colour, string name, Func<GrowthPoint, string>? label)
    {
        var path = string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.Passages):F1},{Y(value(point)):F1}")));
        svg.AppendLine($"""  <polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>""");
        foreach (var point in points)
        {
            var text = label is null ? string.Create(CultureInfo.InvariantCulture, $"{value(point):N0}") : label(point);
            svg.AppendLine(CultureInfo.InvariantCulture, $"""  <circle cx="{X(point.Passages):F1}" cy="{Y(value(point)):F1}" r="3" fill="{colour}"/><text x="{X(point.Passages):F1}" y="{Y(value(point)) - 7:F1}" text-anchor="middle" font-size="10" fill="{colour}">{text}</text>""");
        }

        svg.AppendLine(CultureInfo.InvariantCulture, $"""  <text x="{Width - Right + 6}" y="{Y(value(points[^1])) + 4:F1}" fill="{colour}">{name}</text>""");
    }

    private static double X(double passages) => Left + (Math.Log10(passages) - 3) / 3 * (Width - Left - Right);

    private static double Y(double microseconds) => Height - Bottom - (Math.Log10(Math.Max(10, microseconds)) - 1) / 4 * (Height - Top - Bottom);
}
