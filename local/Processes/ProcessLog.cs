namespace Shouwang.Local.Processes;

/// <summary>What a child writes, line by line with the time, in a file of .local/logs; the file before is kept once.</summary>
sealed class ProcessLog : IDisposable
{
    const long KeepBelow = 4 << 20;

    readonly Lock _lock = new();
    readonly StreamWriter _writer;
    readonly TimeProvider _clock;
    bool _closed;

    public ProcessLog(string folder, string name, TimeProvider clock)
    {
        _clock = clock;
        Path = System.IO.Path.Combine(folder, name + ".log");
        Directory.CreateDirectory(folder);
        if (File.Exists(Path) && new FileInfo(Path).Length > KeepBelow) File.Move(Path, Path + ".1", overwrite: true);
        _writer = new StreamWriter(new FileStream(Path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
    }

    public string Path { get; }

    /// <summary>Is told every line as well.</summary>
    public Action<string>? Listener { get; set; }

    public void Write(string line)
    {
        lock (_lock)
            if (!_closed) _writer.WriteLine($"{_clock.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ} {line}");
        Listener?.Invoke(line);
    }

    public void Dispose()
    {
        lock (_lock) _closed = true;
        _writer.Dispose();
    }
}
