using Shouwang.Recognizer;
using Shouwang.Recognizer.Protocol;

try
{
    await using var app = RecognizerApp.Create(args);
    var reading = app.Services.GetRequiredService<ReadingService>();
    await app.RunAsync();
    return reading.ExecuteTask is { IsFaulted: true } ? 1 : 0; // the models could not be loaded
}
catch (Exception problem) when (problem is InvalidOperationException or FileNotFoundException or IOException)
{
    await Console.Error.WriteLineAsync("recognizer: " + problem.Message);
    return 1;
}
