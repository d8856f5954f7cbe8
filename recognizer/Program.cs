using Shouwang.Recognizer;

try
{
    await using var app = RecognizerApp.Create(args);
    await app.RunAsync();
    return 0;
}
catch (Exception problem) when (problem is InvalidOperationException or FileNotFoundException or IOException)
{
    await Console.Error.WriteLineAsync("recognizer: " + problem.Message);
    return 1;
}
