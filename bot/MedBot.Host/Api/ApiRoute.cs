using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace MedBot.Host.Api;

/// <summary>An address of the API: which function answers there, and a call that works as an example.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Path">Below /api/v1.</param>
/// <param name="IsPost">True where the arguments come as a JSON body, because they are many.</param>
/// <param name="Example">Arguments of a call.</param>
internal sealed record ApiRoute(string Function, string Path, bool IsPost, JsonObject Example)
{
    public static ImmutableArray<ApiRoute> All { get; } =
    [
        new("lookup_window", "/windows", false, new JsonObject { ["place"] = "河北廊坊", ["year"] = 2026 }),
        new("lookup_premium", "/premiums", false, new JsonObject { ["place"] = "湖北武汉", ["person"] = "student" }),
        new("lookup_ratio", "/ratios", false, new JsonObject { ["place"] = "420100", ["care"] = "inpatient", ["hospitalLevel"] = "tertiary" }),
        new("calculate_reimbursement", "/reimbursements", true, new JsonObject { ["place"] = "湖北武汉", ["hospitalLevel"] = "tertiary", ["totalYuan"] = 30000, ["selfPaidYuan"] = 2000 }),
        new("enrol_newborn", "/newborns", false, new JsonObject { ["place"] = "河北石家庄", ["birthDate"] = "2026-02-09" }),
        new("waiting_period", "/waiting-periods", false, new JsonObject { ["place"] = "河北廊坊", ["lapsedYears"] = 2, ["paymentDate"] = "2026-03-01" }),
        new("pay_guide", "/pay-guides", false, new JsonObject { ["channel"] = "we_chat" }),
        new("lookup_contact", "/contacts", false, new JsonObject { ["place"] = "河北廊坊" }),
        new("search_articles", "/articles", false, new JsonObject { ["question"] = "换了手机号医保怎么办" }),
    ];
}
