namespace Shouwang.Local.Processes;

/// <summary>A program to start (子进程), with what is added to this process's own environment.</summary>
/// <param name="Name">What it is called in messages and log files.</param>
public sealed record Command(string Name, string File, IReadOnlyList<string> Arguments, string WorkingDirectory, IReadOnlyDictionary<string, string> Environment);
