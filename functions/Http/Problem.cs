using System.Text.Json;

namespace Shouwang.Functions.Http;

/// <summary>An answer that says what is wrong and what to do (RFC 9457).</summary>
/// <param name="Code">Stable, for programs: "claim-unknown".</param>
/// <param name="Detail">Chinese, for people.</param>
/// <param name="Field">JSON path of the offending field, where there is one.</param>
internal sealed record Problem(int Status, string Code, string Detail, string? Field = null) : IResult
{
    public static Problem BadRequest(string code, string detail, string? field = null) => new(StatusCodes.Status400BadRequest, code, detail, field);

    public static Problem NotFound(string code, string detail) => new(StatusCodes.Status404NotFound, code, detail);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var body = JsonText.Utf8(Write);
        httpContext.Response.StatusCode = Status;
        httpContext.Response.ContentType = "application/problem+json";
        httpContext.Response.ContentLength = body.Length;
        return httpContext.Response.Body.WriteAsync(body).AsTask();
    }

    void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "about:blank");
        writer.WriteNumber("status", Status);
        writer.WriteString("code", Code);
        writer.WriteString("detail", Detail);
        if (Field is not null)
            writer.WriteString("field", Field);
        writer.WriteEndObject();
    }
}
