using System.Net;
using Shouwang.Recognizer;
using Shouwang.Recognizer.Inference;
using Shouwang.Recognizer.Protocol;

var builder = WebApplication.CreateSlimBuilder(args);
RecognizerSettings settings;
InferenceFiles files;
try
{
    settings = RecognizerSettings.From(builder.Configuration);
    files = InferenceFiles.Find(builder.Configuration[InferenceFiles.RuntimeVariable], builder.Configuration[InferenceFiles.ModelsVariable]);
}
catch (Exception problem) when (problem is InvalidOperationException or FileNotFoundException)
{
    await Console.Error.WriteLineAsync("recognizer: " + problem.Message);
    return 1;
}

if (string.IsNullOrEmpty(builder.Configuration["urls"]))
    builder.WebHost.UseUrls($"http://{IPAddress.Loopback}:7073");
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;
    kestrel.Limits.MaxRequestBodySize = null; // AnalyzeBody bounds what it reads and answers in the protocol's own words
});
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.Services.AddSingleton(settings);
builder.Services.AddSingleton(files);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<Operations>();
builder.Services.AddSingleton<WaitingPages>();
builder.Services.AddSingleton<ReadingService>();
builder.Services.AddHostedService(services => services.GetRequiredService<ReadingService>());

var app = builder.Build();
app.UseMiddleware<KeyCheck>();
app.MapGet("/", () => Results.Text("Shouwang form recogniser\n"));
app.MapGet("/health", (ReadingService reading, WaitingPages waiting) => Results.Json(
    new HealthBody(reading.IsReady ? "ready" : "loading", waiting.Count),
    WireJson.Plain.HealthBody,
    statusCode: reading.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable));
app.MapAnalyze(ApiFamily.FormRecognizer);
app.MapAnalyze(ApiFamily.DocumentIntelligence);
await app.RunAsync();
return 0;
