namespace Shouwang.Local.Handler;

/// <summary>How a call of the handler ended.</summary>
/// <param name="Reason">Empty for success; else a sentence without a word of the payload.</param>
readonly record struct InvocationResult(string Reason)
{
    public static InvocationResult Success => new("");

    public bool Succeeded => Reason.Length == 0;
}
