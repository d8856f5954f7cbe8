using System.Threading.Channels;

namespace Shouwang.Recognizer.Protocol;

/// <summary>A picture that waits to be read.</summary>
sealed record WaitingPage(Guid Operation, AnalyzeRequest Request, byte[] File);

/// <summary>The line of waiting pictures, bounded in number and in bytes, so that a rush is turned away instead of filling the memory.</summary>
sealed class WaitingPages
{
    public const int MostPages = 32;
    public const long MostBytes = 128L * 1024 * 1024;

    readonly Channel<WaitingPage> _line = Channel.CreateBounded<WaitingPage>(MostPages);
    long _bytes;

    public int Count => _line.Reader.Count;

    /// <summary>False where the line is full.</summary>
    public bool TryAdd(WaitingPage page)
    {
        if (Interlocked.Add(ref _bytes, page.File.Length) <= MostBytes && _line.Writer.TryWrite(page))
            return true;
        Interlocked.Add(ref _bytes, -page.File.Length);
        return false;
    }

    /// <summary>The next picture as soon as there is one; null when the service stops.</summary>
    public async Task<WaitingPage?> NextAsync(CancellationToken stopping)
    {
        try
        {
            var page = await _line.Reader.ReadAsync(stopping);
            Interlocked.Add(ref _bytes, -page.File.Length);
            return page;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
