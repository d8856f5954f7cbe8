using System.Collections;
using Azure;

namespace Shouwang.Functions.Storage.Tables;

/// <summary>One row (实体): two keys and named values of the types the service knows.</summary>
/// <remarks>string, bool, int, long, double, DateTimeOffset, Guid, byte[]. There is no null: a value that is null is a property that is not there.</remarks>
public sealed class TableEntity(string partitionKey, string rowKey) : IEnumerable<KeyValuePair<string, object?>>
{
    readonly Dictionary<string, object?> _properties = new(StringComparer.Ordinal);

    public string PartitionKey { get; } = partitionKey;
    public string RowKey { get; } = rowKey;

    /// <summary>Version of the row when it was read; default for one that was not.</summary>
    public ETag ETag { get; set; }

    /// <summary>When the service last wrote the row.</summary>
    public DateTimeOffset? Timestamp { get; set; }

    public int Count => _properties.Count;
    public ICollection<string> Keys => _properties.Keys;

    /// <exception cref="NotSupportedException">The Table service has no such type.</exception>
    public object? this[string name]
    {
        get => _properties.GetValueOrDefault(name);
        set => _properties[name] = value switch
        {
            null or string or bool or int or long or double or DateTimeOffset or Guid or byte[] => value,
            _ => throw new NotSupportedException($"{name}: the Table service has no type for {value.GetType().Name}."),
        };
    }

    /// <summary>Makes <c>new TableEntity(p, r) { { "Name", value } }</c> work.</summary>
    public void Add(string name, object? value) => this[name] = value;

    public bool ContainsKey(string name) => _properties.ContainsKey(name);
    public bool Remove(string name) => _properties.Remove(name);
    public bool TryGetValue(string name, out object? value) => _properties.TryGetValue(name, out value);

    public string? GetString(string name) => (string?)Of<string>(name);
    public bool? GetBoolean(string name) => (bool?)Of<bool>(name);
    public int? GetInt32(string name) => (int?)Of<int>(name);

    /// <summary>Takes a 32-bit number too: other writers choose the narrower type.</summary>
    public long? GetInt64(string name) => this[name] is int narrow ? narrow : (long?)Of<long>(name);

    public double? GetDouble(string name) => (double?)Of<double>(name);
    public DateTimeOffset? GetDateTimeOffset(string name) => (DateTimeOffset?)Of<DateTimeOffset>(name);
    public Guid? GetGuid(string name) => (Guid?)Of<Guid>(name);
    public byte[]? GetBinary(string name) => (byte[]?)Of<byte[]>(name);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _properties.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    object? Of<T>(string name) => this[name] switch
    {
        null => null,
        T value => value,
        var other => throw new InvalidOperationException($"{name} is a {other.GetType().Name}, not a {typeof(T).Name}."),
    };
}
