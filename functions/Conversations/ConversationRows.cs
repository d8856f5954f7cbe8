using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Shouwang.Bot;
using Shouwang.Bot.Schema;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Conversations;

/// <summary>How a conversation lies in its table: partition = conversation; one row "state", one row an activity, a turn, a client's own message id.</summary>
static class ConversationRows
{
    public const string StateKey = "state";

    public static string ActivityKey(long sequence) => $"a|{sequence:D7}";

    public static string TurnKey(string turnId) => "t|" + Hash(turnId);

    public static string ClientKey(string clientId) => "c|" + Hash(clientId);

    public static TableEntity Of(StoredConversation it)
    {
        var row = new TableEntity(it.Id, StateKey)
        {
            { "Channel", it.Channel },
            { "UserId", it.UserId },
            { "Locale", it.Locale },
            { "Next", it.Next },
            { "Pending", string.Join(',', it.Pending) },
            { "EraseBefore", it.EraseBefore },
        };
        ChunkedText.Write(row, "State", JsonSerializer.Serialize(it.State, ConversationJson.Default.ConversationState));
        return row;
    }

    public static StoredConversation Conversation(TableEntity row) => new(
        row.PartitionKey,
        row.GetString("Channel")!,
        row.GetString("UserId")!,
        row.GetString("Locale"),
        row.GetInt64("Next")!.Value,
        [.. (row.GetString("Pending") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(s => long.Parse(s))],
        row.GetInt64("EraseBefore"),
        JsonSerializer.Deserialize(ChunkedText.Read(row, "State"), ConversationJson.Default.ConversationState)!,
        row.ETag);

    public static TableEntity Of(string conversationId, long sequence, Said said)
    {
        var row = new TableEntity(conversationId, ActivityKey(sequence));
        ChunkedText.Write(row, "Json", JsonSerializer.Serialize(said.Activity, ConversationJson.Activity));
        if (said.Pictures.Count > 0)
            ChunkedText.Write(row, "Pictures", JsonSerializer.Serialize(said.Pictures, ConversationJson.Default.IReadOnlyListPicture));
        return row;
    }

    public static Said Said(TableEntity row) => new(Activity(row), row.ContainsKey("Pictures")
        ? JsonSerializer.Deserialize(ChunkedText.Read(row, "Pictures"), ConversationJson.Default.IReadOnlyListPicture)!
        : []);

    public static Activity Activity(TableEntity row) => JsonSerializer.Deserialize(ChunkedText.Read(row, "Json"), ConversationJson.Activity)!;

    public static long Sequence(TableEntity row) => long.Parse(row.RowKey.AsSpan(2));

    /// <summary>Ids given from outside may hold what a row key may not.</summary>
    static string Hash(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 16));
}
