using Shouwang.Functions.Http;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Explanation;
using Shouwang.Shared.Policies;

namespace Shouwang.Functions.Adjudications;

/// <summary>POST /api/adjudications: facts in, layers with trace and explanation out; nothing is stored.</summary>
public static class AdjudicationEndpoint
{
    /// <summary>The folder holds the function.json.</summary>
    public static IEndpointConventionBuilder MapAdjudications(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.MapPost("/api/adjudications", async http => await (await AnswerAsync(http)).ExecuteAsync(http));
    }

    private static async Task<IResult> AnswerAsync(HttpContext http)
    {
        try
        {
            var input = await JsonInput.ReadAsync(http.Request, http.RequestAborted);
            var request = AdjudicationRequest.Read(input, PolicyLibrary.Shipped);
            var plan = request.Facts.Village is { } village && http.RequestServices.GetService<IVillagePlans>() is { } plans
                ? await plans.FindAsync(village, request.Facts.Date, http.RequestAborted)
                : null;
            return Decide(request, plan is null ? request.Snapshot : request.Snapshot.With(plan));
        }
        catch (ProblemException problem)
        {
            return problem.Problem;
        }
    }

    internal static IResult Decide(AdjudicationRequest request, PolicySnapshot snapshot)
    {
        var (facts, names) = Diagnosed(request);
        var result = Adjudicator.Adjudicate(snapshot, facts);
        return JsonText.Answer(json => ResultJson.Write(json, result, facts, names));
    }

    private static (AdmissionFacts Facts, Names Names) Diagnosed(AdjudicationRequest request)
    {
        if (request.Diagnosis is not { } text)
            return (request.Facts, new Names());
        var answer = DiagnosisMatcher.Default.Match(text);
        return answer is { Sure: true, Matches: [var first, ..] }
            ? (request.Facts with { Stay = request.Facts.Stay with { Disease = first.Entry.Code } }, new Names(first.Entry.Name))
            : (request.Facts, new Names(text));
    }
}
