using System.Buffers;
using System.Text;
using Azure;

namespace Shouwang.Functions.Storage.Tables;

/// <summary>A transaction on the wire: one multipart/mixed body with a request in each part.</summary>
sealed class TableBatch(string endpoint, string table)
{
    const int MaxActions = 100;

    readonly string _batch = $"batch_{Guid.NewGuid()}";
    readonly string _changes = $"changeset_{Guid.NewGuid()}";

    public string ContentType => $"multipart/mixed; boundary={_batch}";

    /// <exception cref="ArgumentException">The service would refuse: too many, none, or of several partitions.</exception>
    public ReadOnlyMemory<byte> Write(IReadOnlyList<TableTransactionAction> actions)
    {
        if (actions.Count is 0 or > MaxActions)
            throw new ArgumentException($"A transaction has 1 to {MaxActions} actions; this one has {actions.Count}.", nameof(actions));
        if (actions.Any(a => a.Entity.PartitionKey != actions[0].Entity.PartitionKey))
            throw new ArgumentException("A transaction stays within one partition.", nameof(actions));
        var body = new ArrayBufferWriter<byte>();
        Text($"--{_batch}\r\nContent-Type: multipart/mixed; boundary={_changes}\r\n\r\n");
        for (var i = 0; i < actions.Count; i++) Part(i, TableOperation.Of(table, actions[i]));
        Text($"--{_changes}--\r\n--{_batch}--\r\n");
        return body.WrittenMemory;

        void Text(string text) => Encoding.UTF8.GetBytes(text, body);

        void Part(int number, TableOperation operation)
        {
            Text($"--{_changes}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\nContent-ID: {number}\r\n\r\n");
            Text($"{operation.Method.Method} {endpoint}{operation.Address} HTTP/1.1\r\n");
            Text("Accept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\nPrefer: return-no-content\r\n");
            if (operation.IfMatch is { } match) Text($"If-Match: {match}\r\n");
            if (operation.Body is { } json)
            {
                Text($"Content-Type: application/json\r\nContent-Length: {json.Length}\r\n\r\n");
                body.Write(json.Span);
            }
            Text("\r\n");
        }
    }

    /// <returns>The new ETag of each action, default for a delete.</returns>
    /// <exception cref="TableTransactionFailedException">The service refused; nothing was written.</exception>
    public IReadOnlyList<ETag> Read(string answer, int actions)
    {
        var etags = new List<ETag>(actions);
        foreach (var line in answer.Split('\n', StringSplitOptions.TrimEntries))
        {
            if (line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
            {
                var status = int.Parse(line.AsSpan("HTTP/1.1 ".Length, 3));
                if (status >= 400) throw Refused(status, answer);
                etags.Add(default);
            }
            else if (line.StartsWith("ETag:", StringComparison.OrdinalIgnoreCase) && etags.Count > 0)
            {
                etags[^1] = new ETag(line["ETag:".Length..].Trim());
            }
        }
        return etags.Count == actions
            ? etags
            : throw new RequestFailedException($"The Table service answered {etags.Count} of {actions} parts of a transaction on table {table}.");
    }

    TableTransactionFailedException Refused(int status, string answer)
    {
        int from = answer.IndexOf('{', StringComparison.Ordinal), to = answer.LastIndexOf('}');
        var error = from >= 0 && to > from ? TableError.Read(Encoding.UTF8.GetBytes(answer[from..(to + 1)])) : null;
        // "2:The specified entity already exists." names the action.
        int? index = error?.Message?.Split(':', 2) is [var number, _] && int.TryParse(number, out var parsed) ? parsed : null;
        return new(status, TableError.Sentence("a transaction", table, status, error), error?.Code, index);
    }
}
