using System.Globalization;

namespace Shouwang.Functions.Storage.Tables;

/// <summary>Builds OData filters (筛选条件) in which a value can never become part of the condition.</summary>
public static class TableFilter
{
    /// <summary>Writes each interpolated value as a literal: <c>Create($"PartitionKey eq {village} and Fen ge {100L}")</c>.</summary>
    public static string Create(FormattableString filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return string.Format(CultureInfo.InvariantCulture, filter.Format, [.. filter.GetArguments().Select(Literal)]);
    }

    /// <summary>Rows of one partition whose row key begins so.</summary>
    public static string RowKeyPrefix(string partitionKey, string prefix)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        var after = prefix[..^1] + (char)(prefix[^1] + 1);
        return Create($"PartitionKey eq {partitionKey} and RowKey ge {prefix} and RowKey lt {after}");
    }

    static object Literal(object? value) => value switch
    {
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        bool flag => flag ? "true" : "false",
        int number => number.ToString(),
        long number => number.ToString() + "L",
        double number => number.ToString("R") is var text && text.AsSpan().ContainsAny('.', 'E', 'N') ? text : text + ".0",
        DateTimeOffset time => $"datetime'{time.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffffffZ}'",
        Guid id => $"guid'{id}'",
        byte[] bytes => $"X'{Convert.ToHexStringLower(bytes)}'",
        null => throw new ArgumentException("A filter cannot ask for null: a property without a value is not there.", nameof(value)),
        _ => throw new ArgumentException($"The Table service has no literal for {value.GetType().Name}.", nameof(value)),
    };
}
