using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Channels;

/// <summary>The right to deliver the replies of one conversation (送达权), for a while.</summary>
/// <param name="Cursor">Everything recorded before this has been seen to.</param>
/// <param name="Attempts">How often in a row the next reply could not be delivered.</param>
internal sealed record DeliveryLease(string Conversation, long Cursor, int Attempts, ETag ETag);

/// <summary>How far each conversation has been delivered (送达游标) and what channels remember of it; rows beside the conversation's own.</summary>
internal sealed class DeliveryRows(TableServiceClient tables, TimeProvider clock)
{
    const string Row = "delivery";

    readonly TableClient _table = tables.GetTableClient(ConversationStore.TableName);

    /// <summary>Takes the right to deliver.</summary>
    /// <returns>null where somebody else has it.</returns>
    public async Task<DeliveryLease?> ClaimAsync(string conversation, TimeSpan lease, CancellationToken stop)
    {
        var row = await _table.GetEntityIfExistsAsync(conversation, Row, stop);
        if (row.HasValue && row.Value!.GetDateTimeOffset("Until") is { } until && until > clock.GetUtcNow()) return null;
        var cursor = row.HasValue ? row.Value!.GetInt64("Cursor") ?? 0 : 0;
        var attempts = row.HasValue ? row.Value!.GetInt32("Attempts") ?? 0 : 0;
        return await WriteAsync(new(conversation, cursor, attempts, row.HasValue ? row.Value!.ETag : default), lease, stop);
    }

    /// <summary>Writes how far the holder has come, and holds on.</summary>
    /// <returns>null where the right was lost meanwhile.</returns>
    public Task<DeliveryLease?> AdvanceAsync(DeliveryLease mine, long cursor, TimeSpan lease, CancellationToken stop) =>
        WriteAsync(mine with { Cursor = cursor, Attempts = 0 }, lease, stop);

    /// <summary>Gives the right back.</summary>
    /// <param name="rest">Nobody shall have it so long.</param>
    public Task ReleaseAsync(DeliveryLease mine, CancellationToken stop, TimeSpan? rest = null) => WriteAsync(mine, rest, stop);

    async Task<DeliveryLease?> WriteAsync(DeliveryLease it, TimeSpan? lease, CancellationToken stop)
    {
        var row = new TableEntity(it.Conversation, Row)
        {
            { "Cursor", it.Cursor },
            { "Attempts", it.Attempts },
            { "Until", lease is { } time ? clock.GetUtcNow() + time : null },
        };
        try
        {
            var written = it.ETag == default ? await _table.AddEntityAsync(row, stop) : await _table.UpdateEntityAsync(row, it.ETag, TableUpdateMode.Replace, stop);
            return it with { ETag = written.Headers.ETag ?? throw new InvalidDataException("The Table service gave a row no ETag.") };
        }
        catch (RequestFailedException other) when (other.Status is 409 or 412)
        {
            return null;
        }
    }

    /// <summary>Something a channel remembers of a conversation.</summary>
    public async Task<string?> RecallAsync(string conversation, string name, CancellationToken stop)
    {
        var row = await _table.GetEntityIfExistsAsync(conversation, MemoKey(name), stop);
        return row.HasValue ? ChunkedText.Read(row.Value!, "Text") : null;
    }

    /// <summary>Changes what a channel remembers; nobody's change is lost.</summary>
    /// <param name="change">From what was there to what shall be; null leaves it.</param>
    public async Task<string?> RememberAsync(string conversation, string name, Func<string?, string?> change, CancellationToken stop)
    {
        while (true)
        {
            var row = await _table.GetEntityIfExistsAsync(conversation, MemoKey(name), stop);
            var before = row.HasValue ? ChunkedText.Read(row.Value!, "Text") : null;
            var after = change(before);
            if (after is null || after == before) return before;
            var changed = new TableEntity(conversation, MemoKey(name));
            ChunkedText.Write(changed, "Text", after);
            try
            {
                if (row.HasValue) await _table.UpdateEntityAsync(changed, row.Value!.ETag, TableUpdateMode.Replace, stop);
                else await _table.AddEntityAsync(changed, stop);
                return after;
            }
            catch (RequestFailedException first) when (first.Status is 409 or 412)
            {
                // Somebody wrote first: look again.
            }
            catch (RequestFailedException missing) when (missing.Status == 404 && !row.HasValue)
            {
                await _table.CreateIfNotExistsAsync(stop);
            }
        }
    }

    /// <summary>What a wire that knows repeats goes by.</summary>
    public static string Key(string conversation, long first, long next) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        next == first + 1 ? string.Create(CultureInfo.InvariantCulture, $"{conversation}|{first}") : string.Create(CultureInfo.InvariantCulture, $"{conversation}|{first}|{next}"))).AsSpan(0, 12));

    /// <summary>Names come from outside and may hold what a key may not.</summary>
    static string MemoKey(string name) => "m|" + (name.All(char.IsAsciiLetter) ? name : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)));
}
