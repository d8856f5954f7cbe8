namespace Shouwang.Local.Handler;

/// <summary>Headers that the host adds to everything it sends the handler.</summary>
static class HostHeaders
{
    public const string InvocationId = "X-Azure-Functions-InvocationId";
    public const string HostVersion = "X-Azure-Functions-HostVersion";

    /// <summary>Says that this is not the host itself.</summary>
    public const string Version = "4.0.0-local";
}
