using System.Net;
using Shouwang.Recognizer.Inference;
using Shouwang.Recognizer.Protocol;

namespace Shouwang.Recognizer;

/// <summary>The recogniser as a web application (识别服务).</summary>
static class RecognizerApp
{
    /// <exception cref="InvalidOperationException">A setting is missing or makes no sense.</exception>
    /// <exception cref="FileNotFoundException">The runtime library or a model is missing.</exception>
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.AddSingleton(RecognizerSettings.From(builder.Configuration));
        builder.Services.AddSingleton(InferenceFiles.Find(builder.Configuration[InferenceFiles.RuntimeVariable], builder.Configuration[InferenceFiles.ModelsVariable]));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Operations>();
        builder.Services.AddSingleton<WaitingPages>();
        builder.Services.AddSingleton<ReadingService>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ReadingService>());
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
            builder.WebHost.UseUrls($"http://{IPAddress.Loopback}:7073");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null; // AnalyzeBody bounds what it reads and answers in the protocol's own words
        });

        var app = builder.Build();
        app.UseMiddleware<KeyCheck>();
        app.MapGet("/", () => Results.Text("Shouwang form recogniser\n"));
        app.MapGet("/health", (ReadingService reading, WaitingPages waiting) => Results.Json(
            new HealthBody(reading.IsReady ? "ready" : "loading", waiting.Count),
            WireJson.Plain.HealthBody,
            statusCode: reading.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable));
        app.MapAnalyze(ApiFamily.FormRecognizer);
        app.MapAnalyze(ApiFamily.DocumentIntelligence);
        app.MapPages();
        return app;
    }
}
