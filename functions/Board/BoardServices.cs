using Azure.Storage.Blobs;
using Shouwang.Functions.Ledger;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Villages;

namespace Shouwang.Functions.Board;

/// <summary>How the board is put together.</summary>
internal static class BoardServices
{
    public static IServiceCollection AddBoard(this IServiceCollection services) => services
        .AddSingleton<BoardLoader>()
        .AddSingleton<BoardSigner>()
        .AddSingleton<BoardDesk>()
        .AddSingleton<IBoardRenderer, JsonBoard>()
        .AddSingleton(provider => new Publisher(
            provider.GetRequiredService<VillageStore>(), provider.GetRequiredService<BoardDesk>(), provider.GetRequiredService<BoardSigner>(), provider.GetServices<IBoardRenderer>(),
            provider.GetRequiredService<TableServiceClient>().GetTableClient(LedgerStore.Table), provider.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(Publisher.Container),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Publisher>>()));
}
