using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Shouwang.Functions.Http;

/// <summary>JSON written by hand, Chinese left readable.</summary>
internal static class JsonText
{
    /// <summary>For answers with content type JSON, never for HTML.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one JSON value to UTF-8.</summary>
    public static byte[] Utf8(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
            write(writer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>An HTTP answer of one JSON value.</summary>
    public static IResult Answer(Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK) => new JsonAnswer(Utf8(write), status);

    sealed record JsonAnswer(byte[] Body, int Status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = Status;
            httpContext.Response.ContentType = "application/json; charset=utf-8";
            httpContext.Response.ContentLength = Body.Length;
            return httpContext.Response.Body.WriteAsync(Body).AsTask();
        }
    }
}
