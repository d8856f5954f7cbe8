using System.Text.Json;

namespace Shouwang.Functions.CustomHandler;

/// <summary>Functions that the host calls by name. Success answers 200; an exception answers 500, so that the host tries again and at last puts the message aside.</summary>
public static partial class FunctionEndpoints
{
    /// <summary>The folder <paramref name="name"/> holds the function.json of a queue trigger.</summary>
    public static IEndpointConventionBuilder MapQueueFunction(this IEndpointRouteBuilder app, string name, Func<QueueTrigger, CancellationToken, Task> handler) =>
        Map(app, name, QueueTrigger.Read, handler);

    /// <summary>The folder <paramref name="name"/> holds the function.json of a timer trigger.</summary>
    public static IEndpointConventionBuilder MapTimerFunction(this IEndpointRouteBuilder app, string name, Func<TimerTrigger, CancellationToken, Task> handler) =>
        Map(app, name, TimerTrigger.Read, handler);

    /// <summary>The host asks GET / every 25 ms while it waits, and for its health checks; it takes any answer for ready, so there is none before <paramref name="ready"/> has ended.</summary>
    public static IEndpointConventionBuilder MapReadiness(this IEndpointRouteBuilder app, Func<CancellationToken, Task>? ready = null) =>
        app.MapGet("/", async http =>
        {
            if (ready is not null) await ready(http.RequestAborted);
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        }).ExcludeFromDescription();

    static IEndpointConventionBuilder Map<T>(IEndpointRouteBuilder app, string name, Func<JsonElement, T> read, Func<T, CancellationToken, Task> handler)
    {
        var log = app.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger($"Function.{name}");
        return app.MapPost($"/{name}", http => RunAsync(http, name, log, read, handler)).ExcludeFromDescription();
    }

    static async Task RunAsync<T>(HttpContext http, string name, ILogger log, Func<JsonElement, T> read, Func<T, CancellationToken, Task> handler)
    {
        var invocation = http.Request.Headers["X-Azure-Functions-InvocationId"].ToString();
        T trigger;
        try
        {
            using var payload = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            trigger = read(payload.RootElement);
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidOperationException)
        {
            NotUnderstood(log, name, invocation, Failure.Describe(unreadable));
            await Answer.WriteAsync(http, StatusCodes.Status400BadRequest);
            return;
        }
        try
        {
            await handler(trigger, http.RequestAborted);
        }
        catch (Exception failure)
        {
            Failed(log, name, invocation, Failure.Describe(failure));
            if (!http.RequestAborted.IsCancellationRequested) await Answer.WriteAsync(http, StatusCodes.Status500InternalServerError);
            return;
        }
        await Answer.WriteAsync(http, StatusCodes.Status200OK);
    }

    [LoggerMessage(LogLevel.Error, "{Function} did not understand the host's payload (invocation {Invocation}): {Failure}")]
    static partial void NotUnderstood(ILogger log, string function, string invocation, string failure);

    [LoggerMessage(LogLevel.Error, "{Function} failed (invocation {Invocation}): {Failure}")]
    static partial void Failed(ILogger log, string function, string invocation, string failure);
}
