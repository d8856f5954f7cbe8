namespace Shouwang.Functions.Storage.Tables;

/// <summary>The parts of a storage connection string (连接字符串) that the Table service needs.</summary>
sealed record TableConnectionString(Uri Endpoint, string Account, byte[] Key)
{
    // Published by Microsoft for the emulator; it opens nothing else.
    const string EmulatorAccount = "devstoreaccount1";
    const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <exception cref="FormatException">Says which part is missing or broken, never what stands in it.</exception>
    public static TableConnectionString Parse(string connectionString)
    {
        var parts = Split(connectionString);
        if (parts.TryGetValue("UseDevelopmentStorage", out var emulator) && emulator.Equals("true", StringComparison.OrdinalIgnoreCase))
            return new(new Uri($"http://127.0.0.1:10002/{EmulatorAccount}"), EmulatorAccount, Convert.FromBase64String(EmulatorKey));
        string Need(string name) => parts.TryGetValue(name, out var value) && value.Length > 0
            ? value
            : throw new FormatException($"The storage connection string has no {name}.");
        var account = Need("AccountName");
        var key = new byte[Need("AccountKey").Length];
        if (!Convert.TryFromBase64String(parts["AccountKey"], key, out var length))
            throw new FormatException("AccountKey in the storage connection string is not base64.");
        var endpoint = parts.GetValueOrDefault("TableEndpoint")
            ?? $"{parts.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{account}.table.{parts.GetValueOrDefault("EndpointSuffix", "core.windows.net")}";
        return Uri.TryCreate(endpoint, UriKind.Absolute, out var uri)
            ? new(uri, account, key[..length])
            : throw new FormatException("TableEndpoint in the storage connection string is not an address.");
    }

    static Dictionary<string, string> Split(string connectionString)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0) throw new FormatException("The storage connection string has a part that is not name=value.");
            parts[part[..at]] = part[(at + 1)..];
        }
        return parts;
    }
}
