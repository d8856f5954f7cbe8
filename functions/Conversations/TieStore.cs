using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Conversations;

/// <summary>A conversation that has shown whose it is (身份绑定).</summary>
/// <param name="Role">officer, checker or volunteer.</param>
/// <param name="Who">Staff id, or number of the volunteer's card.</param>
/// <param name="Turn">The turn that made it, so that doing it again is known.</param>
internal sealed record Tie(string Village, string Conversation, string Role, string Who, string Name, string Turn)
{
    public bool IsStaff => Role is "officer" or "checker";
}

/// <summary>Ties by village and conversation. Whether the person still holds the office is asked each time, of those who keep that.</summary>
internal sealed class TieStore(TableClient table)
{
    public const string Table = "Ties";

    const string Undone = "none";

    public async Task<Tie?> FindAsync(string village, string conversation, CancellationToken stop) =>
        await ReadAsync(village, conversation, stop) is { Role: not Undone } tie ? tie : null;

    /// <summary>Undoes a tie; tried again in the same turn it is still known that there was one.</summary>
    public async Task<bool> UndoAsync(string village, string conversation, string turn, CancellationToken stop)
    {
        if (await ReadAsync(village, conversation, stop) is not { } tie)
            return false;
        if (tie.Role == Undone)
            return tie.Turn == turn;
        await SaveAsync(tie with { Role = Undone, Who = "", Name = "", Turn = turn }, stop);
        return true;
    }

    public async Task<IReadOnlyList<Tie>> InVillageAsync(string village, CancellationToken stop)
    {
        var ties = new List<Tie>();
        await foreach (var row in table.QueryAsync(TableFilter.Create($"PartitionKey eq {village}"), cancellationToken: stop))
            ties.Add(Read(row));
        return [.. ties.Where(tie => tie.Role != Undone)];
    }

    public Task SaveAsync(Tie tie, CancellationToken stop) => table.UpsertEntityAsync(
        new TableEntity(tie.Village, tie.Conversation) { { "Role", tie.Role }, { "Who", tie.Who }, { "Name", tie.Name }, { "Turn", tie.Turn } }, TableUpdateMode.Replace, stop);

    public Task RemoveAsync(string village, string conversation, CancellationToken stop) =>
        table.DeleteEntityAsync(village, conversation, cancellationToken: stop);

    async Task<Tie?> ReadAsync(string village, string conversation, CancellationToken stop)
    {
        var row = await table.GetEntityIfExistsAsync(village, conversation, stop);
        return row.HasValue ? Read(row.Value!) : null;
    }

    static Tie Read(TableEntity row) =>
        new(row.PartitionKey, row.RowKey, row.GetString("Role")!, row.GetString("Who")!, row.GetString("Name")!, row.GetString("Turn")!);
}
