using Shouwang.Functions.Http;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Explanation;
using Shouwang.Shared.Policies;

namespace Shouwang.Functions.Adjudications;

/// <summary>POST /api/adjudications/year: all stays of one person in, each settlement and the year's totals out; nothing is stored.</summary>
internal static class YearEndpoint
{
    public static async Task<IResult> AnswerAsync(HttpContext http, JsonInput input)
    {
        var request = YearRequest.Read(input, PolicyLibrary.Shipped);
        var rules = new Dictionary<DateOnly, PolicySnapshot>();
        foreach (var stay in request.Stays)
            rules[stay.Facts.Date] = await AdjudicationEndpoint.WithPlanAsync(http, stay);
        return Decide(request, rules);
    }

    /// <param name="rules">By the governing date of each stay, the village's plan included.</param>
    internal static IResult Decide(YearRequest request, IReadOnlyDictionary<DateOnly, PolicySnapshot> rules)
    {
        var stays = request.Stays.Select(Diagnosed.Of).ToList();
        var settled = YearSettlement.Settle([.. stays.Select(s => s.Facts)], facts => rules.GetValueOrDefault(facts.Date) ?? PolicyLibrary.Shipped.Resolve(facts.Place, facts.Date, facts.Scheme));
        return JsonText.Answer(json => YearJson.Write(json, settled, [.. stays.Select(s => s.Names)]));
    }
}
