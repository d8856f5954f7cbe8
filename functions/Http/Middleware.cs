using Shouwang.Functions.Security;

namespace Shouwang.Functions.Http;

/// <summary>What every request passes.</summary>
internal static class Middleware
{
    /// <summary>Turns a <see cref="ProblemException"/> into its answer, and any other failure into one that gives nothing away.</summary>
    public static void UseProblems(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Http");
        app.Use(async (http, next) =>
        {
            try
            {
                await next(http);
            }
            catch (ProblemException problem) when (!http.Response.HasStarted)
            {
                await problem.Problem.ExecuteAsync(http);
            }
            catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
            {
                await new Problem(bad.StatusCode, "request-malformed", bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "内容太大了。请分几次上传。" : "请求不完整。请核对后再试。").ExecuteAsync(http);
            }
            catch (Exception failure) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested && !http.WebSockets.IsWebSocketRequest)
            {
                // The kind alone: a message may quote a paper or a person.
                log.LogError("{Method} {Route} failed: {Failure}", http.Request.Method, http.GetEndpoint()?.DisplayName ?? "no route", failure.GetType().Name);
                await new Problem(StatusCodes.Status500InternalServerError, "failed", "系统出了问题，没有办成。请过几分钟再试。").ExecuteAsync(http);
            }
        });
    }

    /// <summary>Nobody gets under /api unasked: an endpoint is for administrators unless it says otherwise (<see cref="AccessRules"/>).</summary>
    public static void UseGate(this WebApplication app)
    {
        var gate = app.Services.GetRequiredService<Gate>();
        app.Use(async (http, next) =>
        {
            var access = http.GetEndpoint()?.Metadata.GetMetadata<Access>();
            if (http.Request.Path.StartsWithSegments("/api") && access is not { Everybody: true })
            {
                var (actor, refusal) = await gate.WhoAsync(http.Request.Headers.Authorization, CallerAddress.Of(http), http.RequestAborted);
                if (refusal is null)
                    refusal = Gate.Refuse(actor!, access, http.GetRouteValue("village") as string);
                if (refusal is not null)
                {
                    await refusal.ExecuteAsync(http);
                    return;
                }

                http.SetActor(actor!);
            }

            await next(http);
        });
    }
}
