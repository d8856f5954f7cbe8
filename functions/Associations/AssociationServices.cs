using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Villages;

namespace Shouwang.Functions.Associations;

/// <summary>How associations are put together.</summary>
internal static class AssociationServices
{
    public static IServiceCollection AddAssociations(this IServiceCollection services) => services
        .AddSingleton(provider => new AssociationStore(provider.GetRequiredService<TableServiceClient>().GetTableClient(VillageStore.Table)))
        .AddSingleton<AssociationDesk>();
}
