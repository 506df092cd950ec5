import { Module } from '@nestjs/common';
import { SalesforceModule } from 'nestjs-salesforce';
import { Opportunity } from './opportunity.entity.js';
import { OpportunitiesController } from './opportunities.controller.js';
import { OpportunitiesService } from './opportunities.service.js';

@Module({
  imports: [SalesforceModule.forFeature([Opportunity])],
  controllers: [OpportunitiesController],
  providers: [OpportunitiesService],
})
export class OpportunitiesModule {}
