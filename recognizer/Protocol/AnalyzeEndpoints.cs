using Shouwang.Recognizer.Pictures;

namespace Shouwang.Recognizer.Protocol;

/// <summary>The protocol's calls: ask for an analysis, poll for its result, forget it.</summary>
static class AnalyzeEndpoints
{
    public static void MapAnalyze(this IEndpointRouteBuilder routes, ApiFamily family)
    {
        var models = routes.MapGroup($"/{family.Path}/documentModels");
        models.MapPost("/{model}:analyze", (string model, HttpContext http, Operations operations, WaitingPages waiting) => AnalyzeAsync(family, model, http, operations, waiting));
        models.MapGet("/{model}/analyzeResults/{id:guid}", (string model, Guid id, HttpContext http, Operations operations) => Poll(family, model, id, http, operations));
        models.MapDelete("/{model}/analyzeResults/{id:guid}", (string model, Guid id, HttpContext http, Operations operations) => Forget(family, model, id, http, operations));
    }

    /// <summary>How a refused picture is told to the caller.</summary>
    public static Refusal ToRefusal(this PictureRefusedException refused) => refused.Refusal switch
    {
        PictureRefusal.NotReadable => Refusal.Invalid("InvalidContent", refused.Message),
        PictureRefusal.FormatNotRead => Refusal.UnsupportedMedia(refused.Message),
        PictureRefusal.Dimensions => Refusal.Invalid("InvalidContentDimensions", refused.Message),
        PictureRefusal.TooManyPages => Refusal.Invalid("InvalidContentLength", refused.Message),
        PictureRefusal.Locked => Refusal.Invalid("UnsupportedContent", refused.Message),
    };

    static async Task<IResult> AnalyzeAsync(ApiFamily family, string model, HttpContext http, Operations operations, WaitingPages waiting)
    {
        var (request, refusal) = AnalyzeRequest.From(family, model, http.Request.Query);
        if (request is null)
            return Answer(refusal!);
        var (file, unread) = await AnalyzeBody.ReadAsync(http.Request);
        if (file is null)
            return Answer(unread!);
        try
        {
            PictureDecoder.Inspect(file);
        }
        catch (PictureRefusedException refused)
        {
            return Answer(refused.ToRefusal());
        }
        var operation = operations.Begin(request);
        if (!waiting.TryAdd(new(operation.Id, request, file)))
        {
            operations.Forget(operation.Id);
            return Answer(Refusal.Busy());
        }
        http.Response.Headers["apim-request-id"] = operation.Id.ToString();
        http.Response.Headers["Operation-Location"] =
            $"{http.Request.Scheme}://{http.Request.Host}/{family.Path}/documentModels/{model}/analyzeResults/{operation.Id}?api-version={family.ApiVersion}";
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    static IResult Poll(ApiFamily family, string model, Guid id, HttpContext http, Operations operations)
    {
        if (AnalyzeRequest.Version(family, http.Request.Query) is { } refusal)
            return Answer(refusal);
        return operations.Find(id, family, model) is { } operation
            ? Results.Json(new AnalyzeOperationBody(operation.Status, operation.Created, operation.Updated, operation.Result, operation.Error), WireJson.Plain.AnalyzeOperationBody)
            : Answer(Refusal.UnknownOperation());
    }

    static IResult Forget(ApiFamily family, string model, Guid id, HttpContext http, Operations operations)
    {
        if (AnalyzeRequest.Version(family, http.Request.Query) is { } refusal)
            return Answer(refusal);
        if (operations.Find(id, family, model) is null)
            return Answer(Refusal.UnknownOperation());
        operations.Forget(id);
        return Results.NoContent();
    }

    static RefusalResult Answer(Refusal refusal) => new RefusalResult(refusal);
}
