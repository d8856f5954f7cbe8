namespace Shouwang.Functions.Tests.Conversations;

/// <summary>Where the process dies.</summary>
public enum Cut
{
    BeforeTheRequest,
    AfterTheRequest,
}

/// <summary>The wire to storage of a process that dies at its n-th request: from then on nothing gets through.</summary>
sealed class CutWire(int at, Cut cut) : DelegatingHandler(new HttpClientHandler())
{
    int _seen;

    /// <summary>The process lived through everything it wanted to do.</summary>
    public bool Survived => Volatile.Read(ref _seen) <= at;

    /// <summary>A message asks others to take up what this process leaves.</summary>
    public bool Scheduled { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _seen) - 1;
        if (number > at || (number == at && cut == Cut.BeforeTheRequest)) throw new ProcessDied();
        var response = await base.SendAsync(request, cancellationToken);
        if (request.RequestUri!.AbsolutePath.Contains("/messages", StringComparison.Ordinal)) Scheduled = request.Method == HttpMethod.Post;
        return number == at ? throw new ProcessDied() : response;
    }
}

/// <summary>Nothing after this happens.</summary>
sealed class ProcessDied : Exception;
