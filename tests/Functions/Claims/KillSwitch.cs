using Shouwang.Functions.Tests.Conversations;

namespace Shouwang.Functions.Tests.Claims;

/// <summary>The wire to storage of an app that can be killed at its n-th request from now.</summary>
sealed class KillSwitch() : DelegatingHandler(new HttpClientHandler())
{
    int _left = int.MaxValue;
    Cut _cut;

    /// <summary>The app came to the request and died.</summary>
    public bool Killed { get; private set; }

    public void Arm(int at, Cut cut) => (_cut, _left) = (cut, at);

    /// <summary>The app lives again.</summary>
    /// <returns>Whether it had died since it was armed.</returns>
    public bool Disarm()
    {
        var died = Volatile.Read(ref _left) < 0 || Killed;
        (Killed, _left) = (false, int.MaxValue);
        return died;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var left = Interlocked.Decrement(ref _left);
        if (left < 0 || (left == 0 && _cut == Cut.BeforeTheRequest))
        {
            Killed = true;
            throw new ProcessDied();
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (left > 0) return response;
        Killed = true;
        throw new ProcessDied();
    }
}
