namespace Shouwang.Recognizer.Protocol;

/// <summary>Writes an error as the protocol wants it.</summary>
sealed class RefusalResult(Refusal refusal) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = refusal.Status;
        if (refusal.RetryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = seconds.ToString();
        return response.WriteAsJsonAsync(new ErrorBody(refusal.Error), WireJson.Plain.ErrorBody);
    }
}
