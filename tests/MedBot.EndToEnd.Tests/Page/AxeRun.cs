using System.Text.Json;
using Microsoft.Playwright;

namespace MedBot.EndToEnd.Tests.Page;

/// <summary>axe-core on a page as it stands: the rules of WCAG 2.2 at levels A and AA.</summary>
internal static class AxeRun
{
    private const string Run =
        """
        async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }))
          .violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`))
        """;

    /// <summary>Fails with a line for each thing that is wrong: the rule, where, and why.</summary>
    public static async Task RequireNoViolationAsync(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "axe", "axe.min.js")));
        var violations = (await page.EvaluateAsync<JsonElement>(Run)).EnumerateArray().Select(line => line.GetString()).ToArray();
        Assert.True(violations.Length == 0, string.Join('\n', violations));
    }
}
