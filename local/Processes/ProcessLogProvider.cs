namespace Shouwang.Local.Processes;

/// <summary>The stand-in's own log goes to a file like its children's.</summary>
sealed class ProcessLogProvider(ProcessLog log) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Lines(log, categoryName);
    public void Dispose() { }

    sealed class Lines(ProcessLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        // An exception's text may quote what it failed on: its type says enough.
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) log.Write($"{logLevel} {category}: {formatter(state, exception)}{(exception is null ? "" : $" [{exception.GetType().Name}]")}");
        }
    }
}
