namespace Shouwang.Shared.Policies;

/// <summary>There are no rules for what was asked (没有可用的政策).</summary>
public sealed class NoPolicyException : Exception
{
    public NoPolicyException()
        : this("no-policy", "没有可用的政策。")
    {
    }

    public NoPolicyException(string message)
        : this("no-policy", message)
    {
    }

    public NoPolicyException(string message, Exception innerException)
        : base(message, innerException) => Code = "no-policy";

    /// <param name="code">"unknown-place", "no-rules-for-date" or "unknown-scheme".</param>
    /// <param name="message">Chinese, with what to do.</param>
    public NoPolicyException(string code, string message)
        : base(message) => Code = code;

    /// <summary>Stable name of the problem.</summary>
    public string Code { get; }
}
