using System.Text;
using System.Text.Json;
using Shouwang.Functions.Http;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Villages;

/// <summary>Villages. One partition a village: the row "village", and beside it one row a member (see <see cref="Members.MemberStore"/>).</summary>
internal sealed class VillageStore(TableClient table)
{
    public const string Table = "Villages";
    const string Row = "village";

    public async Task<Village?> FindAsync(string code, CancellationToken stop)
    {
        if (code.Length != 12 || !code.All(char.IsAsciiDigit))
            return null;
        var row = await table.GetEntityIfExistsAsync(code, Row, stop);
        return row.HasValue ? Read(row.Value!) : null;
    }

    public async Task<IReadOnlyList<Village>> AllAsync(CancellationToken stop)
    {
        var villages = new List<Village>();
        await foreach (var row in table.QueryAsync(TableFilter.Create($"RowKey eq {Row}"), cancellationToken: stop))
            villages.Add(Read(row));
        return villages;
    }

    public Task SaveAsync(Village village, CancellationToken stop) =>
        table.UpsertEntityAsync(new TableEntity(village.Code, Row) { { "Json", Encoding.UTF8.GetString(JsonText.Utf8(village.Write)) } }, TableUpdateMode.Replace, stop);

    static Village Read(TableEntity row)
    {
        using var document = JsonDocument.Parse(row.GetString("Json")!);
        return Village.Read(row.PartitionKey, new JsonInput(document.RootElement, ""));
    }
}
