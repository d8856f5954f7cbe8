using Shouwang.Functions.Http;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Explanation;
using Shouwang.Shared.Policies;

namespace Shouwang.Functions.Adjudications;

/// <summary>POST /api/adjudications: facts in, layers with trace and explanation out; nothing is stored.</summary>
public static class AdjudicationEndpoint
{
    /// <summary>Facts of one person's year are a few kilobytes; what is larger is no request.</summary>
    internal const int MostBytes = 1024 * 1024;

    /// <summary>The folder holds the function.json, which forwards all calls below.</summary>
    public static void MapAdjudications(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapPost("/api/adjudications", http => AnswerAsync(http, OneAsync));
        app.MapPost("/api/adjudications/year", http => AnswerAsync(http, YearEndpoint.AnswerAsync));
    }

    internal static IResult Decide(AdjudicationRequest request, PolicySnapshot snapshot)
    {
        var (facts, names) = Diagnosed.Of(request);
        return JsonText.Answer(json => ResultJson.Write(json, Adjudicate(snapshot, facts), facts, names));
    }

    /// <summary>The village's plan of the day, where the person belongs to a village that has one.</summary>
    internal static async Task<PolicySnapshot> WithPlanAsync(HttpContext http, AdjudicationRequest request) =>
        request.Facts.Village is { } village && http.RequestServices.GetService<IVillagePlans>() is { } plans
            && await plans.FindAsync(village, request.Facts.Date, http.RequestAborted) is { } plan
            ? request.Snapshot.With(plan)
            : request.Snapshot;

    /// <summary>A stay that the place settles in parts is not worked out as if it were one: its layers stay open and ask for the parts.</summary>
    private static AdjudicationResult Adjudicate(PolicySnapshot snapshot, AdmissionFacts facts) =>
        facts.Admitted is { } admitted && SettlementPeriods.Of(snapshot, admitted, facts.Date).Length > 1
            ? YearSettlement.Settle([facts with { Parts = [] }], _ => snapshot)[0].Result
            : Adjudicator.Adjudicate(snapshot, facts);

    private static async Task<IResult> OneAsync(HttpContext http, JsonInput input)
    {
        var request = AdjudicationRequest.Read(input, PolicyLibrary.Shipped);
        return Decide(request, await WithPlanAsync(http, request));
    }

    private static async Task AnswerAsync(HttpContext http, Func<HttpContext, JsonInput, Task<IResult>> answer)
    {
        IResult result;
        try
        {
            result = await answer(http, await JsonInput.ReadAsync(http.Request, http.RequestAborted, MostBytes));
        }
        catch (ProblemException problem)
        {
            result = problem.Problem;
        }
        await result.ExecuteAsync(http);
    }
}
