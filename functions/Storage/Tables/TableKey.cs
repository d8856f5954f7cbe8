namespace Shouwang.Functions.Storage.Tables;

/// <summary>Partition and row keys (分区键、行键) as they stand in an address.</summary>
static class TableKey
{
    const int MaxBytes = 1024;

    public static string Address(string table, string partitionKey, string rowKey) =>
        $"/{table}(PartitionKey='{Escape(partitionKey, "partition key")}',RowKey='{Escape(rowKey, "row key")}')";

    /// <exception cref="ArgumentException">The service would refuse the key. The message does not show it: it may name a person.</exception>
    public static void Check(string key, string which)
    {
        ArgumentNullException.ThrowIfNull(key);
        foreach (var c in key)
            if (c is '/' or '\\' or '#' or '?' || char.IsControl(c))
                throw new ArgumentException($"A {which} may not hold / \\ # ? or a control character; this one has U+{(int)c:X4}.", nameof(key));
        if (key.Length * 2 > MaxBytes)
            throw new ArgumentException($"A {which} may have {MaxBytes / 2} characters at most; this one has {key.Length}.", nameof(key));
    }

    static string Escape(string key, string which)
    {
        Check(key, which);
        return Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
    }
}
