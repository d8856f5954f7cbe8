using Azure;

namespace Shouwang.Functions.Storage.Tables;

/// <summary>A transaction was refused as a whole; nothing of it was written.</summary>
public sealed class TableTransactionFailedException(int status, string message, string? errorCode, int? failedTransactionActionIndex)
    : RequestFailedException(status, message, errorCode, innerException: null)
{
    /// <summary>Which action the service refused, where it says so.</summary>
    public int? FailedTransactionActionIndex { get; } = failedTransactionActionIndex;
}
